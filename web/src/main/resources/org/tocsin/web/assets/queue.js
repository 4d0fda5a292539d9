// The queue by keyboard, and what was selected while it changes. The page works without it, too.
(function () {
  "use strict";
  var marked = null;
  var picked = [];

  function rows() {
    return Array.prototype.slice.call(document.querySelectorAll("#queue tr[data-incident]"));
  }

  function box(row) {
    return row.querySelector('input[name="incident"]');
  }

  function mark(row, focus) {
    rows().forEach(function (other) {
      other.classList.toggle("marked", other === row);
    });
    marked = row ? row.dataset.incident : null;
    if (row && focus) {
      row.querySelector(".row-link").focus({ preventScroll: true });
      row.scrollIntoView({ block: "nearest" });
    }
  }

  function markedRow() {
    return rows().find(function (row) {
      return row.dataset.incident === marked;
    });
  }

  function step(by) {
    var all = rows();
    if (all.length > 0) {
      var at = all.indexOf(markedRow());
      mark(all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))], true);
    }
  }

  function count() {
    var boxes = rows().map(box).filter(Boolean);
    var on = boxes.filter(function (one) {
      return one.checked;
    }).length;
    var says = document.querySelector("[data-picked]");
    if (says) {
      says.textContent = on === 0 ? "None selected" : on + " selected";
    }
    var all = document.querySelector("[data-picks]");
    if (all) {
      all.checked = on > 0 && on === boxes.length;
      all.indeterminate = on > 0 && on < boxes.length;
    }
    return on;
  }

  function pick() {
    var row = markedRow();
    if (row && box(row)) {
      box(row).checked = !box(row).checked;
      count();
    }
  }

  function act(key) {
    var button = document.querySelector('#queue [data-key="' + key + '"]');
    if (button && count() === 0) {
      pick();
    }
    if (button && count() > 0) {
      button.click();
    }
  }

  function keys(open) {
    var dialog = document.getElementById("keys");
    if (open && !dialog.open) {
      dialog.showModal();
    } else if (!open && dialog.open) {
      dialog.close();
    }
  }

  function isTyping(event) {
    var field = event.target.closest("input, textarea, select");
    return (
      event.ctrlKey || event.metaKey || event.altKey || (field && field.type !== "checkbox") || document.querySelector("dialog[open]")
    );
  }

  var does = {
    j: function () {
      step(1);
    },
    k: function () {
      step(-1);
    },
    x: pick,
    a: function () {
      act("a");
    },
    e: function () {
      act("e");
    },
    "?": function () {
      keys(true);
    },
  };

  document.addEventListener("keydown", function (event) {
    if (!isTyping(event) && does[event.key]) {
      does[event.key]();
      event.preventDefault();
    } else if (event.key === "Enter" && event.target === document.body && markedRow()) {
      markedRow().querySelector(".row-link").click();
    }
  });

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-keys]");
    if (button) {
      keys(button.dataset.keys === "open");
    }
  });

  document.addEventListener("change", function (event) {
    if (event.target.matches("[data-picks]")) {
      rows().forEach(function (row) {
        box(row).checked = event.target.checked;
      });
    }
    if (event.target.closest("#queue")) {
      count();
    }
  });

  document.addEventListener("focusin", function (event) {
    var row = event.target.closest("#queue tr[data-incident]");
    if (row) {
      mark(row, false);
    }
  });

  // A poll brings the same rows anew: what was selected and marked stays so. After something was
  // done, nothing is selected any more.
  document.addEventListener("htmx:beforeSwap", function (event) {
    if (event.detail.target.id === "queue") {
      var polled = event.detail.requestConfig.verb === "get";
      picked = polled
        ? rows()
            .filter(function (row) {
              return box(row) && box(row).checked;
            })
            .map(function (row) {
              return row.dataset.incident;
            })
        : [];
    }
  });
  document.addEventListener("htmx:afterSwap", function () {
    rows().forEach(function (row) {
      if (box(row) && picked.indexOf(row.dataset.incident) >= 0) {
        box(row).checked = true;
      }
    });
    mark(markedRow(), false);
    count();
  });
})();
