// Sets the colours before the first paint: what was chosen last, else what the system prefers.
(function () {
  "use strict";
  var system = window.matchMedia("(prefers-color-scheme: dark)");

  function chosen() {
    try {
      return localStorage.getItem("theme");
    } catch (e) {
      return null;
    }
  }

  function apply() {
    var theme = chosen() || (system.matches ? "dark" : "light");
    document.documentElement.setAttribute("data-bs-theme", theme);
  }

  system.addEventListener("change", apply);
  apply();
})();
