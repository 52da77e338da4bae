// What a diagram of a step shows, from the recorded exchanges, the checks and the evidence.

/** Requests, answers, checks and evidence of a step of a finished run, in order: `kind`, `at`, `actors` and `text`; of an answer, which `exchange` it ends. */
export function stepMoments({ events }, { step, evidence }) {
  const shown = new Map(evidence.map(({ event, what }) => [event, what]));
  const moments = events.flatMap((event) => {
    if (isBesideTheFlow(event, events)) return [];
    if (event.kind === "exchange" && event.step === step) return [request(event), ...elsewhere(event, events), answer(event)];
    // What was asked in an earlier step and is answered in this one.
    if (event.kind === "exchange") return shown.has(event.seq) ? [answer(event)] : [];
    if (event.step !== step) return [];
    if (event.kind === "check") return [{ kind: "check", at: event.seq, actors: [event.actor], text: `${event.passed ? "✔" : "✘"} ${nameOfCheck(event)}` }];
    return shown.has(event.seq) ? [{ kind: "note", at: event.seq, actors: [event.actor], text: shown.get(event.seq) }] : [];
  });
  return moments.sort((a, b) => a.at - b.at);
}

/** What happens inside an exchange of no step, such as the one for the pod's other token, is no part of the flow. */
function isBesideTheFlow(event, events) {
  if (event.kind === "exchange" && event.step === null) return true;
  const parent = events.find(({ seq }) => seq === event.parent);
  return parent !== undefined && isBesideTheFlow(parent, events);
}

function request({ seq, actor, to, name }) {
  return { kind: "request", at: seq, actors: [actor, to], text: name };
}

function answer({ seq, endSeq, actor, to, response, failure }) {
  const text = response === null ? (failure?.code ?? "no answer") : String(response.status);
  // Behind all that happened before it, and before what happens next.
  return { kind: "answer", exchange: seq, at: (endSeq ?? seq) - 0.5, actors: [to, actor], text };
}

/** That other steps happen while one waits for an answer. */
function elsewhere({ seq, endSeq, step, to }, events) {
  const inside = events.filter((event) => event.seq > seq && event.seq < endSeq && event.step !== null && event.step !== step);
  const steps = [...new Set(inside.map((event) => event.step))];
  return steps.length === 0 ? [] : [{ kind: "elsewhere", at: inside[0].seq, actors: [to], text: `here: step ${steps.join(" and step ")}` }];
}

function nameOfCheck({ check }) {
  const words = check.slice(check.indexOf(".") + 1).replaceAll("-", " ");
  return words.replaceAll(/\b(arn|tls|url)\b/g, (word) => word.toUpperCase());
}
