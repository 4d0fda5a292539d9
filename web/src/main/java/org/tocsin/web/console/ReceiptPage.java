package org.tocsin.web.console;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tocsin.model.sharing.Reader;
import org.tocsin.web.account.Receipts;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.problem.NotVisibleException;

/** The account of one submission, live until it is complete. */
@Controller
@RequestMapping("/receipts/{receipt}")
final class ReceiptPage {
  private final Receipts receipts;

  ReceiptPage(Receipts receipts) {
    this.receipts = receipts;
  }

  @GetMapping
  String page(@PathVariable String receipt, Reader reader, Model model) {
    fill(receipt, reader, model);
    return "receipt/page";
  }

  /** The live part; nothing (204) where the page shows the same already. */
  @GetMapping("/account")
  @Nullable String account(
      @PathVariable String receipt,
      @RequestParam(required = false) @Nullable String seen,
      Reader reader,
      Model model,
      HttpServletResponse response) {
    if (fill(receipt, reader, model).equals(seen)) {
      response.setStatus(HttpStatus.NO_CONTENT.value());
      return null;
    }
    return "receipt/account :: account";
  }

  private String fill(String receipt, Reader reader, Model model) {
    ReceiptView view =
        Given.uuid(receipt)
            .flatMap(id -> receipts.find(id, reader))
            .map(found -> ReceiptView.of(found, receipts.incidents(found, reader)))
            .orElseThrow(() -> new NotVisibleException("receipt"));
    String seen = Integer.toHexString(view.hashCode());
    model.addAttribute("receipt", view);
    model.addAttribute("seen", seen);
    return seen;
  }
}
