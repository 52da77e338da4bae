import { type LocatedNode, memberOf, textOf } from "@irsa-sim/documents";
import type { Connection } from "../connection.js";
import { readCertificate } from "../find-certificate-problem.js";
import type { Faults } from "./faults.js";
import { isTrue } from "./is-true.js";
import { readData } from "./read-data.js";
import { readProxy } from "./read-proxy.js";

type Server = Pick<Connection, "server" | "roots" | "skipsVerification" | "serverName" | "proxy">;

/** Reads where an API server is, and whom it shows itself as; `null` where there is a fault. */
export function readCluster(cluster: LocatedNode, faults: Faults): Server | null {
  const { problems } = faults;
  const server = textOf(memberOf(cluster, "server"));
  const roots = readData(cluster, "certificate-authority", faults);
  const written = memberOf(cluster, "certificate-authority-data") ?? memberOf(cluster, "certificate-authority");
  if (roots !== null && written !== null && readCertificate(roots) === null)
    problems.add(written.place, { message: "certificate-authority is not usable", expected: "certificates as PEM", actual: "something else" });
  const skips = memberOf(cluster, "insecure-skip-tls-verify");
  if (skips !== null && isTrue(skips) && roots !== null)
    problems.add(skips.place, {
      message: "a root certificate is named, and verifying is switched off",
      expected: "certificate-authority or insecure-skip-tls-verify, as kubectl wants it",
      actual: "both",
    });
  if (server === null || !/^https?:\/\//.test(server) || !URL.canParse(server)) {
    problems.add((memberOf(cluster, "server") ?? cluster).place, { message: "server is missing", expected: "https:// and a host", actual: server ?? "none" });
    return null;
  }
  return {
    server: server.replace(/\/+$/, ""),
    roots,
    skipsVerification: isTrue(skips),
    serverName: textOf(memberOf(cluster, "tls-server-name")) || null,
    proxy: readProxy(cluster, server, faults),
  };
}
