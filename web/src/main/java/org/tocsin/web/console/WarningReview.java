package org.tocsin.web.console;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.warning.Warning;
import org.tocsin.model.warning.WarningContent;
import org.tocsin.model.warning.WarningRules;
import org.tocsin.model.warning.WarningVersion;
import org.tocsin.model.warning.WorkingCopy;
import org.tocsin.web.command.Asked;
import org.tocsin.web.directory.FoundDirectory;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.warning.Difference;
import org.tocsin.web.warning.FoundWarnings;
import org.tocsin.web.warning.SeenWarning;
import org.tocsin.web.warning.WarningDesk;
import tools.jackson.databind.node.ObjectNode;

/** Where the team looks at what is written, and decides on it. */
@Controller
final class WarningReview {
  private final FoundWarnings warnings;
  private final WarningDesk desk;
  private final FoundDirectory directory;
  private final WarningReach reach;

  WarningReview(
      FoundWarnings warnings, WarningDesk desk, FoundDirectory directory, WarningReach reach) {
    this.warnings = warnings;
    this.desk = desk;
    this.directory = directory;
    this.reach = reach;
  }

  /**
   * A decision as a form sends it.
   *
   * @param version the version that was looked at
   * @param hash of the content that was looked at
   * @param reason why it is given back or taken back
   * @param tlp of a narrowed one
   * @param groups of a narrowed one
   * @param organisations of a narrowed one, one a line
   * @param persons of a narrowed one, one a line
   */
  record Step(
      @Nullable String commandId,
      @Nullable String action,
      @Nullable Long version,
      @Nullable String hash,
      @Nullable String reason,
      @Nullable String tlp,
      @Nullable List<String> groups,
      @Nullable String organisations,
      @Nullable String persons) {
    Asked asked() {
      UUID id = Given.uuid("commandId", commandId);
      ObjectNode details = EntityJson.MAPPER.createObjectNode();
      put(details, "hash", hash);
      put(details, "reason", reason);
      if (WarningRules.NARROW.equals(action)) {
        details.put("into", UUID.randomUUID().toString());
        put(details, "tlp", tlp);
        ObjectNode audience = details.putObject("audience");
        (groups == null ? List.<String>of() : groups).forEach(audience.putArray("groups")::add);
        OrganisationForm.lines(organisations).forEach(audience.putArray("organisations")::add);
        OrganisationForm.lines(persons).forEach(audience.putArray("persons")::add);
      }
      return new Asked(
          id == null ? UUID.randomUUID() : id, action == null ? "" : action, version, details);
    }

    private static void put(ObjectNode details, String name, @Nullable String text) {
      if (text != null && !text.isBlank()) {
        details.put(name, text.strip());
      }
    }
  }

  /** What is written, beside what is published. */
  @GetMapping("/warnings/{id}/review")
  String review(@PathVariable String id, Reader reader, Model model) {
    return show(warnings.whole(id, reader), null, model);
  }

  /** How a published one ends: withdrawn, or narrowed. */
  @GetMapping("/warnings/{id}/end")
  String end(@PathVariable String id, Reader reader, Model model) {
    return showEnd(warnings.whole(id, reader), null, model);
  }

  @PostMapping("/warnings/{id}/actions")
  String act(
      @PathVariable String id, @ModelAttribute("step") Step step, Reader reader, Model model) {
    SeenWarning seen = warnings.whole(id, reader);
    Optional<String> mistake = WarningMistakes.of(() -> desk.act(seen, step.asked(), reader));
    String number = seen.warning().number();
    if (mistake.isPresent()) {
      SeenWarning now = warnings.whole(id, reader);
      boolean ends =
          WarningRules.NARROW.equals(step.action()) || WarningRules.WITHDRAW.equals(step.action());
      return ends ? showEnd(now, mistake.get(), model) : show(now, mistake.get(), model);
    }
    return switch (String.valueOf(step.action())) {
      case WarningRules.UPDATE -> "redirect:/warnings/" + number + "/edit";
      case WarningRules.SUBMIT, WarningRules.APPROVE, WarningRules.REJECT ->
          "redirect:/warnings/" + number + "/review";
      default -> "redirect:/warnings/" + number;
    };
  }

  private String show(SeenWarning seen, @Nullable String mistake, Model model) {
    Warning warning = seen.warning();
    WorkingCopy working = warning.working();
    WarningContent content = working == null ? warning.content() : working.content();
    fill(seen, mistake, model);
    model.addAttribute("working", warning.withdrawal() == null ? working : null);
    model.addAttribute("card", WarningCard.of(content));
    model.addAttribute("hash", content.hash());
    model.addAttribute("reach", reach.of(content, seen.reader()));
    model.addAttribute("published", warning.published().map(WarningVersion::number).orElse(null));
    model.addAttribute(
        "differences",
        warning
            .published()
            .map(version -> Difference.between(version.content(), content))
            .orElse(List.of()));
    model.addAttribute(
        "mineToApprove",
        working != null
            && working.inReview()
            && WarningDesk.mayPublish(seen.reader())
            && !working.isChangedBy(seen.reader().name()));
    return "warning/review";
  }

  private String showEnd(SeenWarning seen, @Nullable String mistake, Model model) {
    fill(seen, mistake, model);
    model.addAttribute("holds", seen.warning().content());
    model.addAttribute(
        "open",
        seen.warning().published().isPresent()
            && seen.warning().withdrawal() == null
            && WarningDesk.mayPublish(seen.reader()));
    model.addAttribute("levels", WarningEditor.levels());
    model.addAttribute(
        "groups",
        directory.groups(seen.reader()).stream().filter(group -> !group.retired()).toList());
    model.addAttribute("reach", reach.of(seen.warning().content(), seen.reader()));
    return "warning/end";
  }

  private static void fill(SeenWarning seen, @Nullable String mistake, Model model) {
    model.addAttribute("warning", seen.warning());
    model.addAttribute("version", seen.version());
    model.addAttribute("commandId", UUID.randomUUID().toString());
    model.addAttribute("mistake", mistake);
    model.addAttribute("mayWrite", WarningDesk.mayWrite(seen.reader()));
    model.addAttribute("mayPublish", WarningDesk.mayPublish(seen.reader()));
  }
}
