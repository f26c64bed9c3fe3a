// What makes the page better: search, filters, steps from finding to finding. Without it everything is there to read.
(() => {
  "use strict";
  const form = document.getElementById("filters");
  if (!form) return;
  const { words, rule, source, back, on, shown } = form.elements;
  const groups = [...form.querySelectorAll("[name=group]")];
  const cards = [...document.querySelectorAll(".card")];
  const rows = new Map([...document.querySelectorAll(".matrix [data-fact]")].map((row) => [row.dataset.fact, row]));
  const blocks = [...document.querySelectorAll(".block")];
  const sections = groups.map((group) => document.getElementById(group.value));
  const rest = document.querySelector(".rest");
  form.hidden = false;

  // What a link leads to must not lie under the form.
  const keepClear = () => {
    const sticks = getComputedStyle(form).position === "sticky";
    document.documentElement.style.scrollPaddingTop = sticks ? `${form.offsetHeight + 12}px` : "";
  };
  new ResizeObserver(keepClear).observe(form);

  // Case and accents make no difference. The texts of all cards are read once, when somebody first searches.
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  let texts = null;

  let visible = cards;
  const filter = () => {
    const wanted = plain(words.value).split(/\s+/).filter(Boolean);
    if (wanted.length && !texts) texts = cards.map((card) => plain(card.textContent));
    const open = new Set(groups.filter((group) => group.checked).map((group) => group.value));
    visible = [];
    cards.forEach((card, at) => {
      const data = card.dataset;
      const fits = open.has(data.group)
        && (!rule.value || data.rule === rule.value)
        && (!source.value || data.sources.split(" ").includes(source.value))
        && wanted.every((word) => texts[at].includes(word));
      card.hidden = !fits;
      const row = rows.get(data.fact);
      if (row) row.hidden = !fits;
      if (fits) visible.push(card);
    });
    for (const block of blocks) block.hidden = !block.querySelector("[data-fact]:not([hidden])");
    for (const section of sections) section.hidden = !section.querySelector(".card:not([hidden])");
    const all = visible.length === cards.length;
    // The tables that are folded away are few enough once something is looked for.
    if (rest && !all) rest.open = true;
    shown.value = all ? `${cards.length} findings` : `${visible.length} of ${cards.length} findings`;
  };

  let timer = 0;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(filter, 120);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));

  // A link may lead to a card that the filters hide.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const card = target && target.closest(".card, section");
    if (card && card.hidden) {
      form.reset();
      filter();
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", reveal);

  // From the card that was led to last; from the first one that is not above the window if that is not shown.
  const step = (by) => {
    if (!visible.length) return;
    let at = visible.findIndex((card) => `#${card.id}` === location.hash);
    if (at < 0) {
      const below = visible.findIndex((card) => card.getBoundingClientRect().bottom > form.offsetHeight);
      at = (below < 0 ? visible.length : below) - (by > 0 ? 1 : 0);
    }
    const next = visible[Math.min(Math.max(at + by, 0), visible.length - 1)];
    location.replace(`#${next.id}`);
    shown.value = `${visible.indexOf(next) + 1} of ${visible.length}: finding ${next.dataset.fact}`;
  };
  back.addEventListener("click", () => step(-1));
  on.addEventListener("click", () => step(1));

  // What is folded away is printed too.
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("details:not([open])")];
    for (const details of unfolded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of unfolded) details.open = false;
  });

  // A browser may keep what was chosen before the page was loaded again.
  filter();
})();
