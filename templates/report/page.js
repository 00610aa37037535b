"use strict";
// The page reads well without this: links lead to the details, which then stand below the table.
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const aside = document.getElementById("details");
  const body = document.getElementById("table").tBodies[0];
  const rows = [...body.rows];
  const filter = document.getElementById("filter");
  const shown = document.getElementById("shown");
  root.classList.add("js");
  all(".tools").forEach((tools) => { tools.hidden = false; });

  // Selecting: the fragment of the address says what is selected.
  let origin = null;
  const close = document.createElement("button");
  close.type = "button";
  close.id = "close";
  close.textContent = "Close";
  aside.prepend(close);

  function select(id) {
    const article = id ? document.getElementById(id) : null;
    const found = article && article.localName === "article" ? article : null;
    all(".selected").forEach((one) => one.classList.remove("selected"));
    all(".near").forEach((one) => one.classList.remove("near"));
    document.body.classList.toggle("selecting", found !== null);
    if (!found) return null;
    const key = found.dataset.key || id;
    const node = id.startsWith("node-") ? id.slice(5) : null;
    found.classList.add("selected");
    aside.scrollTop = 0;
    all(".box").filter((box) => box.dataset.key === key).forEach((box) => box.classList.add("selected"));
    all(".arrow").filter((arrow) => arrow.dataset.from === key || arrow.dataset.to === key)
      .forEach((arrow) => arrow.classList.add("near"));
    const chosen = (one) => (node === null ? one.dataset.key === key : one.dataset.id === node);
    const ids = new Set(rows.filter(chosen).map((row) => row.dataset.id));
    [...rows, ...all(".bars a")].filter((one) => ids.has(one.dataset.id))
      .forEach((one) => one.classList.add("selected"));
    return found;
  }

  function reveal() {
    for (const one of all(".box.selected, .bars a.selected").slice(0, 2)) {
      const panel = one.closest(".canvas, .lanes");
      const [inner, outer] = [one.getBoundingClientRect(), panel.getBoundingClientRect()];
      if (inner.left < outer.left || inner.right > outer.right) {
        panel.scrollLeft += inner.left + inner.width / 2 - outer.left - outer.width / 2;
      }
      if (inner.top < outer.top || inner.bottom > outer.bottom) {
        panel.scrollTop += inner.top + inner.height / 2 - outer.top - outer.height / 2;
      }
    }
  }

  function dismiss() {
    select(null);
    history.replaceState(null, "", location.pathname + location.search);
    if (origin) origin.focus({ preventScroll: true });
    origin = null;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const id = link.getAttribute("href").slice(1);
    const before = link.getBoundingClientRect().top;
    if (!select(id)) return;
    event.preventDefault();
    if (!aside.contains(link)) scrollBy(0, link.getBoundingClientRect().top - before); // it stays put
    history.replaceState(null, "", `#${id}`);
    if (!aside.contains(link)) origin = link;
    reveal();
  });
  close.addEventListener("click", dismiss);
  addEventListener("hashchange", () => select(location.hash.slice(1)));

  // Filtering: by words, and by states.
  const states = all(".states button");
  const texts = rows.map((row) => row.textContent.toLowerCase());

  function refresh() {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    const pressed = states.filter((one) => one.getAttribute("aria-pressed") === "true")
      .map((one) => one.dataset.state);
    let count = 0;
    rows.forEach((row, at) => {
      const fits = words.every((word) => texts[at].includes(word))
        && (!pressed.length || pressed.includes(row.dataset.state));
      row.hidden = !fits;
      count += fits;
    });
    shown.textContent = count === rows.length ? "" : `${count} of ${rows.length}`;
  }

  filter.addEventListener("input", refresh);
  states.forEach((one) => one.addEventListener("click", () => {
    one.setAttribute("aria-pressed", String(one.getAttribute("aria-pressed") !== "true"));
    refresh();
  }));

  // Sorting: a click on a column, and another one for the other way.
  const collator = new Intl.Collator("en", { numeric: true });
  const heads = all("#table th");
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    const values = new Map(rows.map((row) => [row, row.cells[column].dataset.value ?? row.cells[column].textContent]));
    const byNumber = head.dataset.sort === "number";
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      heads.forEach((one) => one.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const order = [...rows].sort((one, other) => {
        const [a, b] = [values.get(one), values.get(other)];
        if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1); // what has no value comes last
        const sign = byNumber ? a - b : collator.compare(a, b);
        return up ? sign : -sign;
      });
      body.append(...order);
    });
  });

  // Looking closer, and light or dark.
  const lanes = document.querySelector(".lanes");
  let zoom = 1;
  all("[data-zoom]").forEach((one) => one.addEventListener("click", () => {
    if (!lanes) return;
    const middle = (lanes.scrollLeft + lanes.clientWidth / 2) / lanes.scrollWidth;
    zoom = Math.min(64, Math.max(1, zoom * Number(one.dataset.zoom)));
    lanes.style.setProperty("--zoom", zoom);
    lanes.scrollLeft = middle * lanes.scrollWidth - lanes.clientWidth / 2;
  }));
  const theme = document.getElementById("theme");
  theme.addEventListener("click", () => {
    const next = { system: "light", light: "dark", dark: "system" };
    const now = next[root.dataset.theme || "system"];
    root.dataset.theme = now;
    theme.querySelector("span").textContent = now;
  });

  // Keys: / filters, Escape closes, the arrows go from row to row.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = event.target === filter;
    if (event.key === "/" && !isTyping) {
      event.preventDefault();
      filter.focus();
    } else if (event.key === "Escape" && document.body.classList.contains("selecting")) {
      dismiss();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && event.target.closest) {
      const visible = [...body.rows].filter((row) => !row.hidden);
      const at = visible.indexOf(event.target.closest("#table tbody tr"));
      if (at < 0 && !(isTyping && event.key === "ArrowDown")) return;
      const next = visible[at + (event.key === "ArrowDown" ? 1 : -1)];
      if (!next) return;
      event.preventDefault();
      const link = next.querySelector("a");
      link.focus();
      if (document.body.classList.contains("selecting")) link.click();
    }
  });

  select(location.hash.slice(1));
})();
