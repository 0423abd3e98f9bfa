// Shows article texts in a dialog, one or two at a time, with the words of every claim marked.
// Text reaches the page through textContent only.
const reader = (() => {
  const dialog = document.getElementById("reader");
  const told = document.getElementById("told");
  const selects = [document.getElementById("left"), document.getElementById("right")];
  const panes = [document.getElementById("pane-left"), document.getElementById("pane-right")];
  const marks = [new Map(), new Map()];
  const listeners = [];
  let data = null;
  let bySource = null;
  let disputed = null;

  function load() {
    if (data) return;
    data = JSON.parse(document.getElementById("data").textContent);
    bySource = data.sources.map(() => []);
    data.claims.forEach((claim, number) => {
      if (claim.at && claim.source !== null) bySource[claim.source].push(number);
    });
    disputed = new Set(data.findings.flatMap((finding) => finding.sides.flat()));
    selects.forEach((select, side) => {
      if (side) select.add(new Option("none", ""));
      data.sources.forEach((source, number) => {
        if (source.pieces.length) select.add(new Option(source.label, number));
      });
    });
  }

  function make(tag, name, text) {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  // The pieces of an article; a piece under a claim is a mark, where a claim begins it is a button.
  function fill(side, source) {
    const pane = panes[side];
    pane.replaceChildren();
    marks[side].clear();
    pane.hidden = source === null;
    if (source === null) return;
    const { label, title, about, pieces } = data.sources[source];
    pane.append(make("h3", "", title || label), make("p", "place", about));
    const over = pieces.map(() => []);
    for (const number of bySource[source]) {
      const [first, last] = data.claims[number].at;
      for (let piece = first; piece < last; piece += 1) over[piece].push(number);
    }
    const body = make("div", "text");
    pieces.forEach((piece, at) => {
      const claims = over[at];
      if (piece === "\n") {
        body.append(make("span", "break"));
        return;
      }
      const element = make(claims.length ? "mark" : "span", "", piece);
      element.dataset.piece = at;
      const begun = claims.filter((number) => data.claims[number].at[0] === at);
      if (claims.some((number) => disputed.has(number))) element.classList.add("disputed");
      if (begun.length) {
        element.tabIndex = 0;
        element.setAttribute("role", "button");
        for (const number of begun) marks[side].set(number, element);
      }
      if (claims.length) element.dataset.claims = (begun.length ? begun : claims).join(" ");
      body.append(element);
    });
    pane.append(body);
    pane.scrollTop = 0;
  }

  function shown() {
    return selects.map((select) => (select.value === "" ? null : Number(select.value)));
  }

  function show(left, right) {
    load();
    [left, right].forEach((source, side) => {
      selects[side].value = source === null ? "" : String(source);
      fill(side, source);
    });
    told.textContent = "Choose a marked passage to see what it is compared with.";
    document.getElementById("reader-title").textContent =
      right === null ? "Article" : "Side by side";
    if (!dialog.open) dialog.showModal();
    for (const listener of listeners) listener();
  }

  // Marks the claim and its sentence, brings them into view, and says what they are about.
  function point(side, number) {
    const pane = panes[side];
    for (const old of pane.querySelectorAll(".here, .sentence")) {
      old.classList.remove("here", "sentence");
    }
    const mark = marks[side].get(number);
    if (!mark) return;
    const claim = data.claims[number];
    for (const element of pane.querySelectorAll("[data-piece]")) {
      const piece = Number(element.dataset.piece);
      element.classList.toggle("sentence", piece >= claim.in[0] && piece < claim.in[1]);
      element.classList.toggle("here", piece >= claim.at[0] && piece < claim.at[1]);
    }
    mark.scrollIntoView({ block: "center" });
  }

  function tell(numbers) {
    const lines = numbers.map((number) => {
      const { about, quote, fact } = data.claims[number];
      return fact === null
        ? `${about}: ${quote} (not compared)` : `“${quote}” — ${data.facts[fact]}`;
    });
    told.textContent = lines.join(" · ");
  }

  function open(number) {
    load();
    const claim = data.claims[number];
    if (claim.source === null || !data.sources[claim.source].pieces.length) return;
    show(claim.source, null);
    point(0, number);
    tell([number]);
    const mark = marks[0].get(number);
    if (mark) mark.focus({ preventScroll: true });
  }

  function choose(element) {
    const side = panes.findIndex((pane) => pane.contains(element));
    const numbers = element.dataset.claims.split(" ").map(Number);
    point(side, numbers[0]);
    tell(numbers);
  }

  document.addEventListener("click", (event) => {
    const from = event.target.closest("[data-claim], [data-read], mark[data-claims]");
    if (!from) return;
    if (from.dataset.claim) open(Number(from.dataset.claim));
    else if (from.dataset.read) show(Number(from.dataset.read), null);
    else choose(from);
  });
  dialog.addEventListener("keydown", (event) => {
    const mark = event.target.closest("mark[data-claims]");
    if (!mark || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    choose(mark);
  });
  for (const select of selects) select.addEventListener("change", () => show(...shown()));
  document.getElementById("close").addEventListener("click", () => dialog.close());

  return {
    dialog, panes, marks, shown, show, point, load,
    get data() { return data; },
    tell: (text) => { told.textContent = text; },
    onShow: (listener) => listeners.push(listener),
  };
})();
