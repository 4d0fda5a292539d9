package org.tocsin.web.console;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.warning.Warning;
import org.tocsin.model.warning.WarningAcknowledgement;
import org.tocsin.model.warning.WarningVersion;
import org.tocsin.web.warning.Difference;
import org.tocsin.web.warning.FoundWarnings;
import org.tocsin.web.warning.SeenWarning;
import org.tocsin.web.warning.WarningDesk;

/** One warning, as its readers have it before them. */
@Controller
final class WarningPage {
  private final FoundWarnings warnings;
  private final WarningDesk desk;

  WarningPage(FoundWarnings warnings, WarningDesk desk) {
    this.warnings = warnings;
    this.desk = desk;
  }

  /** A version in the history. */
  record Version(int number, Moment at, @Nullable String note, ObservationCard.Level level) {
    static Version of(WarningVersion version) {
      return new Version(
          version.number(),
          Moment.minutes(version.at()),
          version.note(),
          ObservationCard.Level.of(version.content().tlp()));
    }
  }

  /** Somebody who has seen it. */
  record Seen(String by, @Nullable String organisation, int version, Moment at) {
    static Seen of(WarningAcknowledgement one) {
      return new Seen(one.by(), one.organisation(), one.version(), Moment.minutes(one.at()));
    }
  }

  /**
   * The warning.
   *
   * @param version an earlier version to show, with what is different from the one before it
   */
  @GetMapping("/warnings/{id}")
  String page(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String version,
      Reader reader,
      Model model) {
    return show(warnings.one(id, reader), version, null, model);
  }

  @PostMapping("/warnings/{id}/acknowledgement")
  String acknowledge(
      @PathVariable String id,
      @RequestParam(defaultValue = "0") int version,
      Reader reader,
      Model model) {
    SeenWarning seen = warnings.one(id, reader);
    Optional<String> mistake =
        WarningMistakes.of(() -> desk.acknowledge(seen, null, version, reader));
    return mistake.isPresent()
        ? show(warnings.one(id, reader), null, mistake.get(), model)
        : "redirect:/warnings/" + seen.warning().number();
  }

  private String show(
      SeenWarning seen, @Nullable String version, @Nullable String mistake, Model model) {
    Warning warning = seen.warning();
    Optional<WarningVersion> chosen =
        version == null || version.isBlank()
            ? warning.published()
            : Optional.of(FoundWarnings.version(seen, version));
    fill(seen, model);
    model.addAttribute("mistake", mistake);
    model.addAttribute("chosen", chosen.map(WarningVersion::number).orElse(0));
    model.addAttribute("shown", chosen.map(Version::of).orElse(null));
    model.addAttribute(
        "card", WarningCard.of(chosen.map(WarningVersion::content).orElseGet(warning::content)));
    model.addAttribute(
        "versions", warning.versions().reversed().stream().map(Version::of).toList());
    model.addAttribute("differences", differences(seen, version, chosen));
    return "warning/page";
  }

  private static List<Difference.Change> differences(
      SeenWarning seen, @Nullable String version, Optional<WarningVersion> chosen) {
    if (version == null || version.isBlank() || chosen.isEmpty()) {
      return List.of();
    }
    return FoundWarnings.before(seen, chosen.get().number())
        .map(before -> Difference.between(before.content(), chosen.get().content()))
        .orElse(List.of())
        .stream()
        .filter(change -> seen.whole() || !change.field().startsWith("audience."))
        .toList();
  }

  /** What every page about the warning shows. */
  private void fill(SeenWarning seen, Model model) {
    Warning warning = seen.warning();
    Reader reader = seen.reader();
    model.addAttribute("seen", seen);
    model.addAttribute("warning", warning);
    model.addAttribute("state", seen.state().key());
    model.addAttribute("stateWords", RsitWords.of(seen.state().key()));
    model.addAttribute("mayWrite", WarningDesk.mayWrite(reader));
    model.addAttribute("mayPublish", WarningDesk.mayPublish(reader));
    model.addAttribute("working", warning.working());
    model.addAttribute("withdrawal", warning.withdrawal());
    model.addAttribute(
        "withdrawnAt",
        warning.withdrawal() == null ? null : Moment.minutes(warning.withdrawal().at()));
    model.addAttribute("replaces", warnings.number(warning.replaces(), reader).orElse(null));
    model.addAttribute("replacedBy", warnings.number(warning.replacedBy(), reader).orElse(null));
    model.addAttribute(
        "acknowledgements", warning.acknowledgements().reversed().stream().map(Seen::of).toList());
  }
}
