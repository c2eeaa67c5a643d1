"use strict";
(() => {
  const byID = (id) => document.getElementById(id);
  const viewer = byID("viewer"), stage = byID("stage"), scrub = byID("scrub"), probe = byID("probe");
  const flows = [...document.querySelectorAll(".flow")];
  const pictures = new Map();
  let flow, moments = [], at = 0, isTurned = false, isStarted = false;

  // A screen is kept once, as the ground of a class: here it becomes text that can be selected.
  const picture = (number) => {
    if (!pictures.has(number)) {
      probe.className = "screen s" + number;
      const { backgroundImage: address } = getComputedStyle(probe);
      const source = address.slice(address.indexOf(",") + 1, address.lastIndexOf('"'));
      pictures.set(number, new DOMParser()
        .parseFromString(decodeURIComponent(source), "image/svg+xml").documentElement);
    }
    return document.importNode(pictures.get(number), true);
  };

  // What there is to see of a flow, in its order: a screen before a step only where it is a new one.
  const momentsOf = (flow) => {
    const found = [];
    let last;
    for (const step of flow.querySelectorAll(".step")) {
      const { before, after } = step.dataset;
      if (before !== undefined && before !== last) found.push({ step, screen: before, isBefore: true });
      last = after ?? before ?? last;
      found.push({ step, screen: last, isBefore: false });
    }
    return found;
  };

  // What is looked at has an address; a browser that is still loading would scroll to it.
  const name = (element) => { if (isStarted) history.replaceState(null, "", "#" + element.id); };

  const choose = (next) => {
    if (next === flow || !next) return;
    if (flow) flow.open = false;
    flow = next;
    flow.open = true;
    moments = momentsOf(flow);
    scrub.max = Math.max(0, moments.length - 1);
    byID("ticks").replaceChildren(...moments.map(({ step }) => {
      const tick = document.createElement("i");
      tick.dataset.outcome = step.dataset.outcome;
      return tick;
    }));
  };

  // Turned is the other side of a step before which nothing new was seen.
  const show = (index, turned = false) => {
    at = Math.max(0, Math.min(moments.length - 1, index));
    isTurned = turned;
    const moment = moments[at];
    if (!moment) {
      for (const id of ["title", "about"]) byID(id).replaceChildren();
      byID("count").textContent = "";
      return stage.replaceChildren();
    }
    for (const other of document.querySelectorAll("[aria-current]")) other.removeAttribute("aria-current");
    const { step } = moment;
    const isBefore = moment.isBefore || turned;
    const screen = turned ? step.dataset.before : moment.screen;
    step.setAttribute("aria-current", "step");
    step.scrollIntoView({ block: "nearest" });
    if (screen === undefined) stage.replaceChildren();
    else {
      stage.replaceChildren(picture(screen));
      const { width, height } = stage.firstChild.viewBox.baseVal;
      stage.style.setProperty("--ratio", width / Math.max(1, height));
    }
    byID("title").replaceChildren(...[...step.querySelector("summary").childNodes].map((n) => n.cloneNode(true)));
    byID("title").className = step.dataset.outcome;
    byID("about").replaceChildren(...[...step.querySelector(".detail").childNodes].map((n) => n.cloneNode(true)));
    byID("about").className = step.dataset.outcome;
    byID("before").setAttribute("aria-pressed", isBefore);
    byID("after").setAttribute("aria-pressed", !isBefore);
    scrub.value = at;
    byID("count").textContent = at + 1 + " / " + moments.length;
    [...byID("ticks").children].forEach((tick, place) => {
      const { outcome } = tick.dataset;
      tick.className = outcome === "failed" || outcome === "warned" ? outcome : place <= at ? "seen" : "";
    });
    name(step);
  };

  const open = (step) => {
    choose(step.closest(".flow"));
    show(moments.findLastIndex((moment) => moment.step === step));
  };

  const turn = (isBefore) => {
    if (!moments.length) return;
    const { step } = moments[at];
    const found = moments.findIndex((each) => each.step === step && each.isBefore === isBefore);
    if (found >= 0) show(found);
    else if (step.dataset.before !== undefined) show(at, true);
  };

  const openFlow = (next) => {
    if (!next) return;
    choose(next);
    const wrong = moments.findLastIndex((m) => m.step.dataset.wrong !== undefined);
    show(wrong < 0 ? 0 : wrong);
    if (!moments.length) name(flow);
  };

  const neighbour = (by) => flows[flows.indexOf(flow) + by];
  const wrongFlow = () => {
    const wrong = flows.filter((each) => each.classList.contains("failed"));
    return wrong[(wrong.indexOf(flow) + 1) % wrong.length];
  };
  const keys = {
    ArrowLeft: () => show(at - 1), ArrowRight: () => show(at + 1),
    Home: () => show(0), End: () => show(moments.length - 1),
    b: () => turn(!(moments[at]?.isBefore || isTurned)),
    j: () => openFlow(neighbour(1)), k: () => openFlow(neighbour(-1)), f: () => openFlow(wrongFlow()),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target === scrub) return;
    // The same keys on a Russian keyboard.
    const key = { и: "b", о: "j", л: "k", а: "f" }[event.key] ?? event.key;
    if (!keys[key] || !moments.length) return;
    event.preventDefault();
    keys[key]();
  });
  document.addEventListener("click", (event) => {
    const summary = event.target.closest("summary");
    if (!summary) return;
    event.preventDefault();
    const step = summary.closest(".step"), chosen = summary.closest(".flow");
    if (step) open(step);
    else if (chosen === flow) flow.open = !flow.open;
    else openFlow(chosen);
  });
  scrub.addEventListener("input", () => show(Number(scrub.value)));
  byID("previous").addEventListener("click", keys.ArrowLeft);
  byID("next").addEventListener("click", keys.ArrowRight);
  byID("before").addEventListener("click", () => turn(true));
  byID("after").addEventListener("click", () => turn(false));

  document.body.classList.add("js");
  for (const each of flows) each.open = false;
  byID("keys").hidden = false;
  const jump = () => {
    const named = byID(location.hash.slice(1));
    if (named?.classList.contains("step")) open(named);
    else if (named?.classList.contains("flow")) openFlow(named);
    return named;
  };
  addEventListener("hashchange", jump);
  if (!jump()) openFlow(flows.find((each) => each.classList.contains("failed")) ?? flows[0]);
  isStarted = true;
})();
