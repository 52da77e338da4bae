import type { ServerResponse } from "node:http";
import { hostTimers } from "@irsa-sim/node-host";
import { shortenSecrets } from "@irsa-sim/trace-views";
import type { ReportChanges } from "../page/report-changes.js";
import type { Session } from "../session.js";

/** Calls come in bunches; to draw each would keep a browser busy. */
const BUNCH_MS = 200;

/**
 * Tells what is new in the run as server-sent events, some times a second at most; their ids say up to where. Who reads slowly is told more at once: nothing
 * waits for them but what is on its way.
 *
 * @param since the id that was read last; empty where nothing was
 */
export function followReport(
  session: Pick<Session, "onEvent">,
  changes: ReportChanges,
  { response, since }: { response: ServerResponse; since: string },
): void {
  let told = since;
  let cancel: (() => void) | null = null;
  const tell = (): void => {
    cancel = null;
    // It is told on "drain" then.
    if (response.writableNeedDrain) return;
    const { change, revision } = changes.since(told);
    told = revision;
    response.write(`event: change\nid: ${revision}\ndata: ${shortenSecrets(JSON.stringify(change))}\n\n`);
  };
  const tellSoon = (): void => {
    cancel ??= hostTimers.schedule(BUNCH_MS, tell);
  };
  const leave = session.onEvent(tellSoon);
  response.on("drain", tellSoon);
  response.once("close", () => {
    leave();
    cancel?.();
  });
  tell();
}
