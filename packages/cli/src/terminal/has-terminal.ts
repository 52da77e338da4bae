/** Whether somebody sits in front of both ends: keys come from a terminal, and what is shown goes to one. */
export function hasTerminal(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true;
}
