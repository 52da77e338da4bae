import { toRfc3339 } from "@irsa-sim/core";
import { parseDuration } from "@irsa-sim/core/schema";
import { injectFault } from "@irsa-sim/simulation";
import { UsageError } from "../../usage-error.js";
import type { CutOffLog } from "../cut-off-log.js";
import { readFault } from "../read-fault.js";
import type { Session } from "../session.js";

/** What is asked of the control API. */
export interface ControlCall {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** What it answers, as JSON. */
export interface ControlAnswer {
  readonly status: number;
  readonly body: object;
}

/** What is controlled. */
export interface Controlled {
  readonly session: Session;
  /** How often clients were cut off, by where and why. */
  readonly cutOffs: CutOffLog["counts"];
}

type Route = (controlled: Controlled, body: string) => Promise<object> | object;

const ROUTES: Readonly<Record<string, Route>> = {
  "GET /": describe,
  "POST /clock": advance,
  "POST /faults": inject,
  "POST /reset": reset,
};

/**
 * Does what is asked of the simulation.
 *
 * @throws {UsageError} for what cannot be done
 * @example await answerControl({ session, cutOffs }, { method: "POST", path: "/clock", body: '{"advance":"24h"}' })
 */
export async function answerControl(controlled: Controlled, { method, path, body }: ControlCall): Promise<ControlAnswer> {
  const route = ROUTES[`${method} ${path}`];
  if (route !== undefined) return { status: 200, body: await route(controlled, body) };
  return { status: 404, body: { error: `no ${method} ${path} here`, hint: `one of: ${[...Object.keys(ROUTES), "GET /trace"].join(", ")}` } };
}

function describe({ session: { scenario, simulation }, cutOffs }: Controlled): object {
  const { clock, endpoints, trace, counts } = simulation();
  const urls = Object.fromEntries(Object.entries(endpoints).map(([name, { url }]) => [name, url]));
  const events = {
    recorded: trace.recorded,
    kept: trace.events.length,
    byStep: Object.fromEntries([...counts.byStep].map(([step, count]) => [step ?? "none", count])),
    byCall: Object.fromEntries(counts.byExchange),
  };
  return {
    schema: "irsa-sim/up/v1",
    scenario: scenario.name,
    now: toRfc3339(clock.now()),
    timeScale: clock.timeScale,
    endpoints: urls,
    events,
    cutOff: cutOffs,
  };
}

async function advance({ session: { simulation } }: Controlled, body: string): Promise<object> {
  const { advance: written } = parseObject(body);
  const durationMs = parseDuration(String(written ?? ""));
  if (durationMs === null) throw new UsageError('the clock moves on by a duration, such as {"advance": "24h"}');
  const { clock } = simulation();
  await clock.advance(durationMs);
  return { now: toRfc3339(clock.now()) };
}

async function inject({ session: { simulation } }: Controlled, body: string): Promise<object> {
  const faults = Object.entries(parseObject(body)).map(([name, settings]) => ({ name, written: readFault(name, settings, `POST /faults ${name}`) }));
  if (faults.length === 0) throw new UsageError('a fault is written as in a scenario, such as {"unreachable": {"host": "sts.eu-west-1.amazonaws.com"}}');
  const { world } = simulation();
  for (const fault of faults) await world.clock.run(() => injectFault(world, fault));
  return { done: faults.map(({ name }) => name) };
}

async function reset(controlled: Controlled): Promise<object> {
  await controlled.session.reset();
  return describe(controlled);
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new UsageError("the body is no JSON object");
}
