import type { ReactNode } from "react";
import { FailureCard } from "../failure/failure-card.js";
import type { View } from "../frame/page-context.js";
import { usePage } from "../frame/use-page.js";
import { TABS, type Tab } from "../state/tab.js";
import { ChainPanel } from "./chain-panel.js";
import { ChecksPanel } from "./checks-panel.js";
import { MessagePanel } from "./message-panel.js";
import { PodPanel } from "./pod-panel.js";
import { PolicyPanel } from "./policy-panel.js";
import { TabList } from "./tab-list.js";
import { TokenPanel } from "./token-panel.js";
import { VolumePanel } from "./volume-panel.js";
import { WhyPanel } from "./why-panel.js";

const PANELS: Readonly<Record<Tab, (props: { readonly view: View }) => ReactNode>> = {
  why: WhyPanel,
  message: MessagePanel,
  checks: ChecksPanel,
  token: TokenPanel,
  policy: PolicyPanel,
  pod: PodPanel,
  volume: VolumePanel,
  chain: ChainPanel,
};

/** What there is to see at the place where the viewer stands. */
export function Inspector({ view }: { readonly view: View }) {
  const { state } = usePage();
  const Panel = PANELS[state.tab];
  const name = TABS.find(({ id }) => id === state.tab)?.name ?? "";
  return (
    <>
      <TabList />
      <section className="panel" role="tabpanel" id="panel" aria-label={name} tabIndex={-1}>
        {(state.tab === "checks" || state.tab === "why") && <FailureCard view={view} />}
        <Panel view={view} />
      </section>
    </>
  );
}
