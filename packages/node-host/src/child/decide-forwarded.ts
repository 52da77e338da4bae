/**
 * The signals that are passed on to the command. At a terminal, `Ctrl-C` and `Ctrl-\` reach it without help, as one of the terminal's foreground processes;
 * passed on, they would come twice.
 */
export function decideForwarded({ hasTerminal }: { readonly hasTerminal: boolean }): readonly ("SIGINT" | "SIGQUIT" | "SIGTERM" | "SIGHUP")[] {
  return hasTerminal ? ["SIGTERM", "SIGHUP"] : ["SIGINT", "SIGQUIT", "SIGTERM", "SIGHUP"];
}
