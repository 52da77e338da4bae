import type { Moment } from "@irsa-sim/story";
import { ACTOR_NAMES, labelWork } from "@irsa-sim/trace-views";
import type { View } from "../frame/page-context.js";
import { formatDay } from "../timeline/format-day.js";

/** A day has thousands, of which nobody reads more. */
const SHOWN = 60;

/** What happened beside the ten steps, such as the pod's token for the API server, up to where the viewer stands. */
export function Asides({ view: { story, row } }: { readonly view: View }) {
  const asides = story.asides.filter(({ seq }) => seq <= (row?.seq ?? 0)).flatMap(tell);
  if (asides.length === 0) return null;
  return (
    <details className="asides">
      <summary>Beside the steps ({asides.length})</summary>
      <ul>
        {asides.slice(-SHOWN).map(({ seq, at, who, what }) => (
          <li key={seq}>
            <span className="quiet">{formatDay(at)}</span> {who} <span className="mono">{what}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface Aside {
  readonly seq: number;
  readonly at: Moment["at"];
  readonly who: string;
  readonly what: string;
}

function tell(moment: Moment): readonly Aside[] {
  const { seq, at } = moment;
  if (moment.kind === "arrow") {
    const { from, to, name, status, refusal } = moment;
    const answer = status ?? refusal?.code ?? "no answer";
    return [{ seq, at, who: `${ACTOR_NAMES[from]} → ${ACTOR_NAMES[to]}`, what: `${name} · ${answer}` }];
  }
  const what = moment.kind === "change" ? moment.what : labelWork(moment);
  return what === null ? [] : [{ seq, at, who: ACTOR_NAMES[moment.actor], what }];
}
