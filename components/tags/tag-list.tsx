import classes from "./tag-list.module.css";

/** The tags of a record in one row. */
export function TagList({ names }: { names: readonly string[] }) {
  return (
    <ul className={classes.list}>
      {names.map((name) => (
        <li key={name} className={classes.tag}>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  );
}
