// Joins the two sides of each difference between the articles that are read side by side.
(() => {
  const svg = document.getElementById("joins");
  const list = document.getElementById("pairs");
  let joins = [];
  let chosen = null;

  // Of each finding the first claims with which the two articles take different sides.
  function between(left, right) {
    const { claims, findings } = reader.data;
    const found = [];
    for (const finding of findings) {
      const of = (source) => finding.sides.map((side) =>
        side.find((number) => claims[number].source === source && claims[number].at));
      const [here, there] = [of(left), of(right)];
      here.forEach((one, at) => there.forEach((other, to) => {
        if (one !== undefined && other !== undefined && at !== to) {
          found.push({ one, other, finding });
        }
      }));
    }
    return found;
  }

  function choose(join) {
    chosen = join;
    reader.point(0, join.one);
    reader.point(1, join.other);
    reader.tell(join.finding.told);
    for (const button of list.children) {
      button.setAttribute("aria-pressed", String(button.dataset.at === String(joins.indexOf(join))));
    }
    draw();
  }

  function renew() {
    const [left, right] = reader.shown();
    joins = left === null || right === null || left === right ? [] : between(left, right);
    chosen = null;
    list.replaceChildren(...joins.map((join, at) => {
      const button = document.createElement("button");
      const words = [join.one, join.other].map((number) => reader.data.claims[number].quote);
      button.type = "button";
      button.textContent = `${join.finding.title}: ${words.join(" ↔ ")}`;
      button.dataset.at = at;
      button.setAttribute("aria-pressed", "false");
      button.addEventListener("click", () => choose(join));
      return button;
    }));
    if (right !== null && left !== right && !joins.length) {
      reader.tell("These two articles contradict each other nowhere.");
    }
    draw();
  }

  // Lines run between the columns, from the height of one mark to that of the other.
  function draw() {
    const frame = svg.getBoundingClientRect();
    const columns = reader.panes.map((pane) => pane.querySelector(".text"));
    if (!columns[0] || !columns[1]) {
      svg.replaceChildren();
      return;
    }
    const x1 = columns[0].getBoundingClientRect().right - frame.left + 6;
    const x2 = columns[1].getBoundingClientRect().left - frame.left - 6;
    const paths = [];
    for (const join of joins) {
      const [one, other] = [join.one, join.other].map((number, side) =>
        reader.marks[side].get(number)?.getBoundingClientRect());
      if (!one || !other) continue;
      const [from, to] = [one.top + one.height / 2, other.top + other.height / 2];
      if (Math.max(from, to) < frame.top || Math.min(from, to) > frame.bottom) continue;
      const [y1, y2] = [from - frame.top, to - frame.top];
      const middle = (x1 + x2) / 2;
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      path.setAttribute("d", `M${x1} ${y1} C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`);
      if (join === chosen) path.setAttribute("class", "here");
      paths.push(path);
    }
    svg.replaceChildren(...paths);
  }

  // The first two articles that take different sides of a finding and whose texts are here.
  function pair(finding) {
    const { claims, sources } = reader.data;
    const of = (side) => side.map((number) => claims[number].source)
      .filter((source) => source !== null && sources[source].pieces.length);
    for (const [at, side] of finding.sides.entries()) {
      for (const other of finding.sides.slice(at + 1)) {
        const left = of(side)[0];
        const right = of(other).find((source) => source !== left);
        if (left !== undefined && right !== undefined) return [left, right];
      }
    }
    return null;
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-pair]");
    if (!button) return;
    reader.load();
    const finding = reader.data.findings[Number(button.dataset.pair)];
    const sources = pair(finding);
    if (!sources) return;
    reader.show(...sources);
    const join = joins.find((each) => each.finding === finding);
    if (join) choose(join);
  });
  document.getElementById("browse")?.addEventListener("click", () => {
    reader.load();
    const readable = [...reader.data.sources.keys()].filter(
      (number) => reader.data.sources[number].pieces.length);
    if (readable.length) reader.show(readable[0], readable[1] ?? null);
  });
  reader.onShow(renew);
  for (const pane of reader.panes) pane.addEventListener("scroll", draw, { passive: true });
  window.addEventListener("resize", draw);
})();
