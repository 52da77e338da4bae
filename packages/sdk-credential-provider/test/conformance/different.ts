/** Cells in which ours does otherwise, as `sdk situation`, each with its reason; the list may only shrink. */
export const DIFFERENT: ReadonlyMap<string, string> = new Map([
  ["go-v1 14", "the recording server closed a connection that the SDK kept alive; 14b, without that, agrees"],
  ["go-v1 10n", "Go names the machine's name server, which the recording machine did not have"],
  ["go-v2 10n", "Go names the machine's name server, which the recording machine did not have"],
  ["go-v2 X4", "Go names the machine's name server, which the recording machine did not have"],
  ["java-v1 X5", "a proxy is asked for no tunnel by a request of its own here"],
  ["kotlin X5", "a proxy is asked for no tunnel by a request of its own here"],
]);
