package org.tocsin.web.console;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.sharing.Reader;
import org.tocsin.store.StoredReject;
import org.tocsin.web.problem.NoLongerKeptException;
import org.tocsin.web.raw.Columns;
import org.tocsin.web.raw.Download;
import org.tocsin.web.raw.Excerpt;
import org.tocsin.web.raw.Redrive;
import org.tocsin.web.search.FoundRejects;

/** One reject: its bytes, what was wrong with them, and another try. */
@Controller
@RequestMapping("/rejects/{id}")
final class RejectPage {
  private static final Logger LOG = LoggerFactory.getLogger(RejectPage.class);

  private final FoundRejects rejects;

  RejectPage(FoundRejects rejects) {
    this.rejects = rejects;
  }

  @GetMapping
  String page(@PathVariable String id, Reader reader, Model model) {
    fill(rejects.one(id, reader), reader, model);
    return "rejects/reject";
  }

  @GetMapping("/raw")
  ResponseEntity<byte[]> raw(
      @PathVariable String id, @RequestParam(defaultValue = "false") boolean whole, Reader reader) {
    StoredReject reject = rejects.one(id, reader);
    byte[] bytes = whole ? rejects.wholeRaw(reject) : rejects.raw(reject).text();
    return Download.of(bytes, "reject-" + id);
  }

  /** Another try; without scripts the answer is the whole page. */
  @PostMapping("/redrive")
  String redrive(
      @PathVariable String id,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
      Reader reader,
      Model model) {
    RawRecord raw = rejects.redrive(id, reader);
    model.addAttribute("redriven", Figure.of(raw.records(), "record", "records"));
    model.addAttribute("receipt", raw.receipt().toString());
    if (part) {
      return "rejects/redrive :: result";
    }
    fill(rejects.one(id, reader), reader, model);
    return "rejects/reject";
  }

  private void fill(StoredReject stored, Reader reader, Model model) {
    model.addAttribute("reject", RejectCard.of(stored));
    model.addAttribute("mayRedrive", Redrive.isOpenTo(reader));
    model.addAttribute("raw", null);
    model.addAttribute("columns", List.of());
    try {
      Excerpt excerpt = rejects.raw(stored);
      model.addAttribute("raw", RawView.of(excerpt, stored.reject().line()));
      model.addAttribute("columns", Columns.of(excerpt));
    } catch (NoLongerKeptException e) {
      LOG.debug("retention has taken the bytes of reject {}", stored.slot());
    }
  }
}
