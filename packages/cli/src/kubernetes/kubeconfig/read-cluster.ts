import { type LocatedNode, memberOf, textOf } from "@irsa-sim/documents";
import type { Connection } from "../connection.js";
import type { Faults } from "./faults.js";
import { readData } from "./read-data.js";

type Server = Pick<Connection, "server" | "roots" | "skipsVerification" | "serverName">;

/** Reads where an API server is, and whom it shows itself as; `null` where there is a fault. */
export function readCluster(cluster: LocatedNode, faults: Faults): Server | null {
  const { problems } = faults;
  const server = textOf(memberOf(cluster, "server"));
  const proxy = memberOf(cluster, "proxy-url");
  if (proxy !== null)
    problems.add(proxy.place, { message: "the API server is behind a proxy", expected: "a server that is reached directly", actual: textOf(proxy) ?? "" });
  const roots = readData(cluster, "certificate-authority", faults);
  if (server === null || !/^https?:\/\//.test(server) || !URL.canParse(server)) {
    problems.add((memberOf(cluster, "server") ?? cluster).place, { message: "server is missing", expected: "https:// and a host", actual: server ?? "none" });
    return null;
  }
  return {
    server: server.replace(/\/+$/, ""),
    roots,
    skipsVerification: isTrue(memberOf(cluster, "insecure-skip-tls-verify")),
    serverName: textOf(memberOf(cluster, "tls-server-name")),
  };
}

function isTrue(node: LocatedNode | null): boolean {
  return node?.kind === "scalar" && node.value === true;
}
