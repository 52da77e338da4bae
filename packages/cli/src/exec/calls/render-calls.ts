import { indented, labelled, type Palette } from "@irsa-sim/trace-views";
import type { CallGroup, CallLog } from "./call-log.js";
import type { CallSort } from "./call-sorts.js";
import type { ClientCall } from "./client-call.js";
import { describeAnswer } from "./describe-answer.js";
import { formatExtent } from "./format-extent.js";
import { refusalLines } from "./refusal-lines.js";
import { roleOf } from "./role-of.js";
import { verdictLines } from "./verdict-lines.js";

/** How it is written. */
export interface CallsViewOptions {
  readonly width: number;
  readonly palette: Palette;
  /** Whether each session stands by itself. */
  readonly isVerbose: boolean;
}

const COLUMN = 34;
/** More clients, roles and outcomes than a reader takes in. */
const MAX_LINES = 40;

/** What a command did, for a person: how it came by its credentials, its calls by client and role, and each sort of refusal with its cause. */
export function renderCalls(log: CallLog, options: CallsViewOptions): string {
  const { palette, width, isVerbose } = options;
  const { total } = log;
  const head = total === 0 ? "The command called nobody" : `The command made ${countOf(total, "call")}, as those saw it who answered`;
  return [
    "",
    ...verdictLines(log, options),
    ...indented(palette.strong(head), 0, width),
    ...(isVerbose ? groupLines(log, options) : sortLines(log, options)),
    ...refusalLines(log, options),
    "",
  ].join("\n");
}

/** `1 call`, `1,000 calls`. */
function countOf(count: number, what: string): string {
  return `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;
}

function sortLines({ sorts, total }: CallLog, options: CallsViewOptions): readonly string[] {
  const { palette, width } = options;
  const shown = sorts.slice(0, MAX_LINES);
  const clients = [...new Set(shown.map(({ call }) => call.client))];
  const further = total - shown.reduce((sum, { count }) => sum + count, 0);
  return [
    ...clients.flatMap((client) => [
      ...indented(palette.accent(client === "" ? "(a client without a name)" : client), 1, width),
      ...ofClient(
        shown.filter(({ call }) => call.client === client),
        options,
      ),
    ]),
    ...(further > 0 ? indented(palette.quiet(`and ${countOf(further, "call")} of other sorts; --verbose lists more`), 1, width) : []),
  ];
}

/** Calls that ask nobody who calls come first; then those of each role, below it. */
function ofClient(sorts: readonly CallSort[], options: CallsViewOptions): readonly string[] {
  const { palette, width } = options;
  const roles = [...new Set(sorts.map(({ call }) => roleOf(call.principal)))].sort((one, other) => Number(one !== null) - Number(other !== null));
  return roles.flatMap((role) => {
    const own = sorts.filter(({ call }) => roleOf(call.principal) === role);
    const isOne = own.every(({ call, hasOneSession }) => hasOneSession && call.principal === own[0]?.call.principal);
    const whom = isOne ? own[0]?.call.principal : role;
    return [...(role === null ? [] : indented(palette.quiet(`as ${whom}`), 2, width)), ...own.flatMap((sort) => sortLine(sort, options))];
  });
}

function sortLine({ call, count, firstAt, lastAt, hasOneSession }: CallSort, options: CallsViewOptions): readonly string[] {
  const gave = hasOneSession ? call.issued : roleOf(call.issued);
  return callLine(call, { count, behind: formatExtent(firstAt, lastAt), who: gave === null ? null : `gave ${gave}`, indent: 3 }, options);
}

function groupLines({ groups, furtherCalls }: CallLog, options: CallsViewOptions): readonly string[] {
  const { palette, width } = options;
  return [
    ...groups.flatMap((group) => groupLine(group, options)),
    ...(furtherCalls > 0 ? indented(palette.quiet(`and ${countOf(furtherCalls, "call")} more, which were not kept`), 1, width) : []),
  ];
}

function groupLine({ call, count }: CallGroup, options: CallsViewOptions): readonly string[] {
  const { principal, issued, client } = call;
  const who = issued !== null ? `gave ${issued}` : principal === null ? null : `as ${principal}`;
  return callLine(call, { count, behind: client, who, indent: 1 }, options);
}

interface CallLine {
  readonly count: number;
  readonly behind: string;
  /** On a line of its own, since an ARN fills one. */
  readonly who: string | null;
  readonly indent: number;
}

function callLine(call: ClientCall, { count, behind, who, indent }: CallLine, { width, palette }: CallsViewOptions): readonly string[] {
  const { mark, answer } = describeAnswer(call, palette);
  const often = count === 1 ? [] : [`×${count.toLocaleString("en")}`];
  const text = [answer, ...often, ...(behind === "" ? [] : [palette.quiet(behind)])].join("  ");
  return [
    ...labelled(`${mark} ${call.name}`, text, { indent, column: COLUMN, width }),
    ...(who === null ? [] : indented(palette.quiet(who), indent + 2, width)),
  ];
}
