import Link from "next/link";
import { Unprinted } from "#components/care/unprinted.tsx";

/** The name of another record, leading to its page. */
export function RecordName({ href, name }: { href: string; name: string }) {
  return (
    <Link href={href} prefetch={false}>
      <Unprinted isInline>
        <bdi>{name}</bdi>
      </Unprinted>
    </Link>
  );
}
