import type { Json } from "@irsa-sim/core";
import type { ClaimReader } from "@irsa-sim/story";
import { JsonTree } from "./json-tree.js";

const TIMES = ["exp", "iat", "nbf"];

/** One claim, and which checks read it so far, passed or not. */
export function Claim({ name, value, readers }: { readonly name: string; readonly value: Json; readonly readers: readonly ClaimReader[] }) {
  const state = readers.length === 0 ? "unread" : readers.every(({ passed }) => passed) ? "passed" : "failed";
  return (
    <li className="claim" data-state={state}>
      <p className="claim-head">
        <code className="claim-name">{name}</code>
        <span className="claim-readers">
          {readers.length === 0 ? (
            <span className="quiet">nobody has read it</span>
          ) : (
            readers.map(({ check, title, passed }) => (
              <span key={check} className="claim-reader" data-passed={passed}>
                <span aria-hidden="true">{passed ? "✓" : "✕"}</span>
                <span className="unseen">{passed ? "passed" : "failed"}</span> {title}
              </span>
            ))
          )}
        </span>
      </p>
      <JsonTree value={value} />
      {TIMES.includes(name) && typeof value === "number" && <p className="quiet claim-time">{new Date(value * 1000).toISOString().replace(".000", "")}</p>}
    </li>
  );
}
