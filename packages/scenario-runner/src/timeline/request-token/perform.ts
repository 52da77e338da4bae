import { bodyText, FileError, type Span } from "@irsa-sim/core";
import { findRefusal, type Refusal, type World } from "@irsa-sim/simulation";
import type { z } from "zod";
import { claimsIn } from "../../report/token-claims.js";
import { containerNotRunning } from "../container-not-running.js";
import { inPod } from "../in-pod.js";
import { subjectOf } from "../subject-of.js";
import type { requestTokenSchema } from "./schema.js";

type Wanted = z.infer<typeof requestTokenSchema>;

/** Where a pod's own token for the API server is. */
const OWN_TOKEN = "/var/run/secrets/kubernetes.io/serviceaccount/token";

/** Lets an operator ask for the token of a service account, and write it into a file of its own. */
export async function performRequestToken(world: World, written: Wanted): Promise<Refusal | null> {
  const wanted = inPod(world, written);
  const { serviceAccount, namespace } = wanted.for;
  const title = `A program asks for a token of service account ${namespace}/${serviceAccount}`;
  const span = world.trace.root.enter(title, { step: 4, actor: "sdk", subject: subjectOf(world, wanted) });
  const running = world.kubelet.container(wanted.namespace, wanted.pod, wanted.container ?? undefined);
  if (running === null) return containerNotRunning(world, wanted, span);
  const { files } = running;
  try {
    const bearerToken = new TextDecoder().decode(files.read(OWN_TOKEN));
    return await findRefusal(span, () =>
      world.clock.run(() => ask(world, { ...wanted, bearerToken, save: (token) => save(files, wanted.saveTo, token) }, span)),
    );
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    span.note("app.file-not-read", { file: OWN_TOKEN, code: error.code });
    return { code: error.code, status: null, message: error.message, action: span.seq as number };
  }
}

interface Asking extends Wanted {
  readonly bearerToken: string;
  readonly save: (token: string) => void;
}

async function ask(world: World, { bearerToken, for: { serviceAccount, namespace }, audiences, expirationSeconds, saveTo, save: keep }: Asking, span: Span) {
  const response = await world.requestToken({ bearerToken, namespace, serviceAccount, audiences, expirationSeconds }, span);
  if (response.status !== 201) return response;
  const { token } = (JSON.parse(bodyText(response)) as { readonly status: { readonly token: string } }).status;
  keep(token);
  span.note("app.token-saved", { file: saveTo, subject: claimsIn(token)?.sub ?? null });
  return response;
}

function save(files: NonNullable<ReturnType<World["kubelet"]["container"]>>["files"], path: string, token: string): void {
  files.makeDirectory(path.slice(0, path.lastIndexOf("/")) || "/");
  files.write(path, new TextEncoder().encode(token));
}
