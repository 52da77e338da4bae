import { Overlay } from "./overlay.js";

const KEYS = [
  ["→  Enter", "next message"],
  ["←", "message before"],
  ["PgDn  PgUp", "next step, step before (a presenter's clicker)"],
  ["0 … 9", "to a step"],
  ["Home  End", "to the beginning, to the end"],
  ["!", "to what broke"],
  ["[  ]", "tab before, next tab"],
  ["/  c", "catalogue"],
  ["d", "the difference to another run"],
  ["e", "edit the files; again: the diagram"],
  ["b", "break something"],
  ["f", "apply the scenario's fix; again: take it back"],
  ["s", "share, save, print"],
  ["t", "what was tested, in a page that irsa-sim test --html wrote"],
  ["?", "this help"],
] as const;

/** The keys, and what the page is. */
export function Help() {
  return (
    <Overlay title="Keys">
      <dl className="help-keys">
        {KEYS.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              {keys.split("  ").map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">
        This page is the whole simulator. It asks no server for anything: what you edit or drop on it stays in this window. Tokens are signed with keys that
        ship with the simulator and are public.
      </p>
    </Overlay>
  );
}
