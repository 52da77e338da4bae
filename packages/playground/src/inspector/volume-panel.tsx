import { knownAt, type VolumeEntry } from "@irsa-sim/story";
import type { View } from "../frame/page-context.js";
import { cursorOf } from "./cursor-of.js";
import { NothingHere } from "./nothing-here.js";

/** The projected volumes as they are now, as the container sees them. */
export function VolumePanel({ view }: { readonly view: View }) {
  const { volumes } = knownAt(view.story, cursorOf(view));
  if (volumes.length === 0) return <NothingHere>The kubelet has written nothing yet: it does in step 5.</NothingHere>;
  return (
    <div className="volumes">
      {volumes.map(({ path, entries }) => (
        <section key={path}>
          <h2 className="panel-title mono volume-path">{path}</h2>
          <Entries entries={entries} />
        </section>
      ))}
    </div>
  );
}

function Entries({ entries }: { readonly entries: readonly VolumeEntry[] }) {
  return (
    <ul className="tree">
      {entries.map((entry) => (
        <li key={entry.name}>
          <Entry entry={entry} />
        </li>
      ))}
    </ul>
  );
}

function Entry({ entry }: { readonly entry: VolumeEntry }) {
  switch (entry.kind) {
    case "link":
      return (
        <p className="mono">
          {entry.name} <span className="quiet">→ {entry.target}</span>
        </p>
      );
    case "file":
      return (
        <p className="mono tree-file">
          {entry.name}
          <span className="quiet">
            {entry.mode} {entry.owner} {entry.bytes} B
          </span>
        </p>
      );
    case "directory":
      return (
        <>
          <p className="mono">{entry.name}/</p>
          <Entries entries={entry.entries} />
        </>
      );
  }
}
