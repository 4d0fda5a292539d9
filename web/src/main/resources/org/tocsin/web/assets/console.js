// What pages do beyond HTML and htmx. Every page works without it, only less comfortably.
(function () {
  "use strict";
  var paused = false;

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-does]");
    if (button && does[button.dataset.does]) {
      does[button.dataset.does](button);
    }
    closeMenus(event.target);
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      closeMenus(document.body);
    } else if (event.key === "/" && !isTyping(event)) {
      var words = document.getElementById("q");
      if (words) {
        words.focus();
        event.preventDefault();
      }
    }
  });

  var does = {
    theme: function () {
      var root = document.documentElement;
      var theme = root.getAttribute("data-bs-theme") === "dark" ? "light" : "dark";
      root.setAttribute("data-bs-theme", theme);
      try {
        localStorage.setItem("theme", theme);
      } catch (e) {
        // Without storage the choice lasts as long as the page.
      }
    },
    copy: function (button) {
      var text = document.getElementById(button.dataset.copies).textContent;
      navigator.clipboard.writeText(text).then(
        function () {
          say(button, "Copied");
        },
        function () {
          say(button, "Not copied");
        },
      );
    },
    pause: function (button) {
      paused = !paused;
      button.setAttribute("aria-pressed", String(paused));
      live(paused ? "paused" : "on");
    },
  };

  function say(button, text) {
    var label = button.querySelector(".says");
    var before = label.textContent;
    if (before === text) {
      return;
    }
    label.textContent = text;
    window.setTimeout(function () {
      label.textContent = before;
    }, 2000);
  }

  function isTyping(event) {
    return event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select");
  }

  function closeMenus(target) {
    document.querySelectorAll("details.menu[open]").forEach(function (menu) {
      if (!menu.contains(target)) {
        menu.open = false;
      }
    });
  }

  // The state of live pages: "on", "paused" or "lost".
  function live(state) {
    document.querySelectorAll(".live").forEach(function (sign) {
      sign.dataset.state = state;
      sign.querySelector(".live-says").textContent = { on: "Live", paused: "Paused", lost: "No connection" }[state];
    });
  }

  function isPoll(event) {
    var from = event.detail.requestConfig || event.detail;
    return !from.triggeringEvent;
  }

  document.addEventListener("htmx:beforeRequest", function (event) {
    if (isPoll(event) && (paused || document.hidden)) {
      event.preventDefault();
    }
  });
  document.addEventListener("htmx:sendError", function (event) {
    if (isPoll(event)) {
      live("lost");
    }
  });
  document.addEventListener("htmx:afterRequest", function (event) {
    if (isPoll(event) && event.detail.successful && !paused) {
      live("on");
    }
  });
  document.addEventListener("htmx:responseError", function (event) {
    var place = event.detail.elt.closest("[data-errors]");
    if (place) {
      document.getElementById(place.dataset.errors).textContent =
        "That did not work (" + event.detail.xhr.status + "). Load the page again and try once more.";
    }
  });
})();
