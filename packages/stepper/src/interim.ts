import type { Cursor, Known, LifeLine, Story, TrustDecision } from "@irsa-sim/story";
export function knownAt(_story: Story, _cursor: Cursor): Known {
  return { seq: -1, at: 0 as Known["at"], environment: {}, volumes: [], token: null, credentials: null, objects: [] };
}
export function trustDecisionAt(_story: Story, _cursor: Cursor): TrustDecision | null {
  return null;
}
export function lifeLinesOf(_story: Story): readonly LifeLine[] {
  return [];
}
