"use strict";

// Hides what does not match the filters; a deal with nothing left goes too.
(() => {
  const form = document.getElementById("filters");
  const entries = [...document.querySelectorAll("[data-severity]")];
  const counted = entries.filter((entry) => entry.matches(".finding, .row"));
  const has = (list, wanted) => !wanted || list.split(" ").includes(wanted);

  function filter() {
    const wanted = new FormData(form);
    const severities = new Set(wanted.getAll("severity"));
    for (const entry of entries) {
      const { severity, attribute, sources, origins } = entry.dataset;
      entry.hidden = !(
        severities.has(severity) &&
        has(attribute, wanted.get("attribute")) &&
        has(sources, wanted.get("source")) &&
        has(origins, wanted.get("origin"))
      );
    }
    const isNarrowed = counted.some((entry) => entry.hidden);
    for (const part of document.querySelectorAll("main .part")) {
      const inside = part.querySelectorAll("[data-severity]");
      part.hidden = isNarrowed && (!inside.length || [...inside].every((entry) => entry.hidden));
    }
    for (const deal of document.querySelectorAll("main .deal")) {
      const inside = [...deal.querySelectorAll(".finding, .row")];
      deal.hidden = isNarrowed && inside.length > 0 && inside.every((entry) => entry.hidden);
    }
    const shown = counted.filter((entry) => !entry.hidden).length;
    document.getElementById("shown").textContent = `${shown} of ${counted.length} shown`;
  }

  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  if (matchMedia("(max-width: 67.99rem)").matches) {
    document.querySelector(".filters").open = false;
  }
  filter();
})();
