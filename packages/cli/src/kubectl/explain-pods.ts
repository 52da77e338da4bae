import { type CheckOptions, check as checkFiles } from "@irsa-sim/check";
import { epochMillis } from "@irsa-sim/core";
import { likenessOf } from "@irsa-sim/explain";
import { WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import { renderCheck } from "@irsa-sim/trace-views";
import { collectInput } from "../check/collect-input.js";
import { parseSdk } from "../check/parse-sdk.js";
import { writeCheckReports } from "../check/write-check-reports.js";
import { EXIT } from "../exit-codes.js";
import { createApiClient } from "../kubernetes/api-client.js";
import { findConnection } from "../kubernetes/find-connection.js";
import { gatherNamespace, gatherPod } from "../kubernetes/gather/gather-cluster.js";
import { createPalette } from "../terminal/palette.js";
import { print } from "../terminal/print.js";
import { printError } from "../terminal/print-error.js";
import { printNotices } from "../terminal/print-notices.js";
import { terminalWidth } from "../terminal/width.js";
import type { PluginFlags } from "./plugin-flags.js";
import { renderCluster } from "./render-cluster.js";

/**
 * `kubectl irsa-sim`: says of a pod of a cluster, or of all of a namespace, what `irsa-sim check` says of files. The cluster is read and never changed.
 *
 * @param pod its name, perhaps as `pod/NAME`; all of the namespace when `null`
 * @returns the exit code: 0 when every workload gets its role's credentials, else 1, and also when `--strict` and something had to be assumed
 * @throws {ApiError} when the cluster does not answer, there is no such pod, or it may not be read
 * @throws {CheckError} when named files have faults, or nothing in the namespace makes pods
 */
export async function explainPods(pod: string | null, flags: PluginFlags): Promise<number> {
  const client = createApiClient(findConnection(flags));
  try {
    const namespace = flags.namespace ?? client.connection.namespace;
    const name = pod?.replace(/^pods?\//, "") ?? null;
    const aws = await collectInput(flags.aws);
    const gathered = await (name === null ? gatherNamespace(client, namespace) : gatherPod(client, { namespace, name }));
    const { clusterName, issuer, webhooks, owners, unread } = gathered;
    const options: CheckOptions = {
      ...{ calls: flags.call, namespace, workload: name === null ? null : `Pod/${name}`, cluster: clusterName },
      ...parseSdk(flags.sdk),
      evidence: { token: null, environment: null, error: flags.error ?? null },
      likenessOf,
      ...{ seed: "1", startAt: epochMillis(Date.now()), keys: WELL_KNOWN_KEYS },
    };
    const { report } = await checkFiles([...gathered.input, ...aws.files], options);
    printNotices(report.notices.filter(({ file }) => aws.paths.has(file)));
    for (const message of [...aws.passedOver, ...unread]) printError(`notice: ${message}\n`);
    const view = { width: terminalWidth(), palette: createPalette(flags.color) };
    if (flags.json) print(`${JSON.stringify({ ...report, cluster: { name: clusterName, issuer, webhooks, owners } }, null, 2)}\n`);
    else print(`${renderCluster(gathered, view)}${renderCheck(report, view)}`, { styled: flags.color });
    writeCheckReports(report, flags.report);
    return report.verdict === "broken" || (flags.strict === true && report.assumptions.length > 0) ? EXIT.unexpected : EXIT.asExpected;
  } finally {
    client.close();
  }
}
