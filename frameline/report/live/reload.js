// Added to the page by the server of `frameline live`, never written into a file.
// Takes the new page over, part by part, and leaves the reader where they are.
(() => {
  const place = () => {
    const marks = [...document.querySelectorAll("main [id]")];
    const tops = marks.map((one) => one.getBoundingClientRect().top);
    // The first that is in sight, else the last one above: what stands between may have grown.
    const seen = tops.findIndex((top) => top >= 0 && top < innerHeight);
    const at = seen >= 0 ? seen : tops.findLastIndex((top) => top < 0);
    return at >= 0 ? { id: marks[at].id, top: tops[at] } : null;
  };
  const chapter = () => {
    const seen = [...document.querySelectorAll("main > section[id^='chapter-']")].filter(
      (one) => one.getBoundingClientRect().top < innerHeight / 2);
    return seen.length ? seen[seen.length - 1].id.slice("chapter-".length) : "";
  };
  const opened = (root) => [...root.querySelectorAll("details")].map((one) => one.open);
  const restore = (root, open) =>
    root.querySelectorAll("details").forEach((one, i) => { if (open[i]) one.open = true; });
  const take = (old, made) => {
    const olds = [...old.children], news = [...made.children];
    const same = olds.length === news.length &&
      olds.every((one, i) => one.tagName === news[i].tagName && one.id === news[i].id);
    if (!same || !olds.length) {
      const open = opened(old);
      old.replaceWith(made);
      restore(made, open);
      return;
    }
    olds.forEach((one, i) => {
      if (one.dataset.live !== undefined || one.outerHTML === news[i].outerHTML) return;
      if (one.matches("main, section")) take(one, news[i]);
      else {
        const open = opened(one);
        one.replaceWith(news[i]);
        restore(news[i], open);
      }
    });
  };
  const say = (text) => {
    document.querySelectorAll("[data-live]").forEach((one) => one.remove());
    if (!text) return;
    const box = document.createElement("pre");
    box.dataset.live = "";
    box.setAttribute("role", "alert");
    box.textContent = text;
    box.style.cssText = "position:fixed;inset:auto 0 0;margin:0;padding:1rem;z-index:9;" +
      "max-height:50vh;overflow:auto;background:#fff4f2;color:#7a1200;" +
      "border-top:3px solid #b3261e;font:14px/1.4 monospace;white-space:pre-wrap";
    document.body.append(box);
  };
  const renew = async () => {
    const answer = await fetch("/", { cache: "no-store" });
    const made = new DOMParser().parseFromString(await answer.text(), "text/html");
    const before = place(), checked = [...document.querySelectorAll("input:checked")];
    const names = checked.map((one) => one.id);
    say("");
    document.title = made.title;
    const style = document.querySelector("style"), other = made.querySelector("style");
    if (style.textContent !== other.textContent) style.replaceWith(other);
    take(document.body, made.body);
    names.forEach((id) => { const one = document.getElementById(id); if (one) one.checked = true; });
    const now = before && document.getElementById(before.id);
    const moved = now ? now.getBoundingClientRect().top - before.top : 0;
    if (moved) scrollBy({ top: moved, behavior: "instant" });
    document.documentElement.dataset.made = Date.now();
  };
  const events = new EventSource("/events");
  events.addEventListener("page", renew);
  events.addEventListener("fault", (event) => say(JSON.parse(event.data)));
  let told = null;
  const tell = () => {
    const now = chapter();
    if (now !== told) { told = now; fetch("/reading?chapter=" + encodeURIComponent(now)); }
  };
  addEventListener("scroll", tell, { passive: true });
  tell();
})();
