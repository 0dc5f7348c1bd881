import Link from "next/link";

/** The name of another record, leading to its page. */
export function RecordName({ href, name }: { href: string; name: string }) {
  return (
    <Link href={href} prefetch={false}>
      <bdi>{name}</bdi>
    </Link>
  );
}
