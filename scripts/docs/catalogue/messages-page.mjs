// messages.md: what AWS, Kubernetes or the SDK says, and everything that can be behind it.
import { cell } from "../cell.mjs";
import { messageOf } from "./message-of.mjs";

/** The page. */
export function messagesPage(entries) {
  const told = entries.flatMap(toldBy);
  const messages = [...new Set(told.map(({ message }) => message))].sort();
  return `# By message

What the caller is told is the same; what is behind it is not, and what helps is not. ${messages.length} messages.

${messages.map((message) => `## ${cell(message)}\n\n${messageTable(told.filter((one) => one.message === message))}\n`).join("\n")}`;
}

function toldBy({ name, failure, warnings }) {
  if (failure === null) return warnings.map(({ cause, fix }) => ({ name, message: "no error", cause, fix }));
  return [{ name, message: messageOf(failure), cause: failure.cause, fix: failure.fix }];
}

function messageTable(told) {
  const rows = told.map(({ name, cause, fix }) => `| \`${cause ?? "none"}\` | \`irsa-sim run ${quoted(name)}\` | ${cell(fix ?? "")} |`).sort();
  return `| cause | scenario | fix |\n| --- | --- | --- |\n${rows.join("\n")}`;
}

/** A name as a shell takes it: that of a matrix's cell has brackets. */
function quoted(name) {
  return name.includes("[") ? `'${name}'` : name;
}
