package org.tocsin.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tocsin.formats.Formats;
import org.tocsin.model.feed.FeedRules;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.web.command.Asked;
import org.tocsin.web.feed.DefinitionFault;
import org.tocsin.web.feed.FeedDesk;
import org.tocsin.web.feed.TrialDesk;
import org.tocsin.web.feed.TrialDesk.Given;
import org.tocsin.web.feed.TriedSample;
import org.tocsin.web.upload.Upload;
import org.tocsin.web.upload.Uploads;

/** Where admins define a feed, and try the definition on a sample before it holds. */
@Controller
@RequestMapping("/feed-form")
final class FeedForms {
  private static final String FETCH = "fetch";
  private static final String SAVE = "save";

  private final FeedDesk desk;
  private final TrialDesk trials;
  private final Uploads uploads;
  private final List<String> formats;

  FeedForms(FeedDesk desk, TrialDesk trials, Uploads uploads, Formats formats) {
    this.desk = desk;
    this.trials = trials;
    this.uploads = uploads;
    this.formats = formats.names().stream().sorted().toList();
  }

  /**
   * What a page says of what was asked on it.
   *
   * @param mistake why nothing came of it, null where something did
   * @param faults what is wrong with each field, by the field
   * @param tried what would come of the sample, null where none was tried
   */
  private record Said(
      @Nullable String mistake, Map<String, String> faults, @Nullable TriedCard tried) {
    static final Said NOTHING = new Said(null, Map.of(), null);
  }

  @GetMapping
  String form(@RequestParam(required = false) @Nullable String name, Reader reader, Model model) {
    requireAdmin(reader);
    if (name == null) {
      return show(FeedForm.blank(), Said.NOTHING, model);
    }
    long version = desk.one(name, reader).version();
    FeedForm form = FeedForm.of(name, version, true, desk.written(name, reader));
    return show(form, Said.NOTHING, model);
  }

  /**
   * Saves the definition, or tries it.
   *
   * @param action {@code save}, {@code test} for what was given, {@code fetch} for the feed's own
   *     beginning
   */
  @PostMapping
  String ask(
      @ModelAttribute("form") FeedForm form,
      @RequestParam(defaultValue = SAVE) String action,
      HttpServletRequest request,
      Reader reader,
      Model model) {
    requireAdmin(reader);
    String name = form.name() == null ? "" : form.name().strip();
    Map<String, String> faults = byField(desk.faults(name, form.definition(), reader));
    if (!faults.isEmpty()) {
      String many = faults.size() == 1 ? "One field needs" : faults.size() + " fields need";
      return show(form, new Said(many + " another look.", faults, null), model);
    }
    if (!action.equals(SAVE)) {
      return show(form, tried(name, form, action, request, reader), model);
    }
    Optional<String> mistake = Mistakes.of(() -> desk.put(name, asked(form), reader));
    return mistake.isPresent()
        ? show(form, new Said(mistake.get(), Map.of(), null), model)
        : "redirect:/feeds/" + name;
  }

  private Said tried(
      String name, FeedForm form, String action, HttpServletRequest request, Reader reader) {
    AtomicReference<TriedSample> result = new AtomicReference<>();
    Optional<String> mistake =
        Mistakes.of(() -> {
          Given given = action.equals(FETCH) ? Given.FETCHED : given(form, request);
          result.set(trials.test(name, form.definition(), given, reader));
        });
    TriedSample tried = result.get();
    String said = form.definition().path("format").asString(null);
    return tried == null
        ? new Said(mistake.orElse(""), Map.of(), null)
        : new Said(null, Map.of(), TriedCard.of(tried, said));
  }

  /** The file where one was chosen, or else what was pasted. */
  private Given given(FeedForm form, HttpServletRequest request) {
    Optional<Upload> upload = uploads.oneOf(request);
    String text = form.sample() == null ? "" : form.sample();
    String file = form.file() == null || form.file().isBlank() ? null : form.file().strip();
    return upload
        .map(one -> new Given(one.content().read(), file == null ? one.name() : file))
        .orElseGet(() -> new Given(text.getBytes(StandardCharsets.UTF_8), file));
  }

  private String show(FeedForm form, Said said, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("mistake", said.mistake());
    model.addAttribute("faults", said.faults());
    model.addAttribute("tried", said.tried());
    model.addAttribute("ways", ways(form));
    model.addAttribute("formats", formats);
    model.addAttribute("levels", Arrays.stream(Tlp.values()).map(FeedForms::level).toList());
    model.addAttribute("level", Tlp.parse(form.tlp() == null ? "" : form.tlp()).orElse(null));
    model.addAttribute("canFetch", trials.canFetch());
    return "feeds/form";
  }

  private List<RsitWords.Choice> ways(FeedForm form) {
    List<String> keys = new ArrayList<>(desk.ways());
    if (form.way() != null && !keys.contains(form.way())) {
      keys.add(form.way());
    }
    return keys.stream().map(key -> new RsitWords.Choice(key, FeedCard.way(key))).toList();
  }

  private static RsitWords.Choice level(Tlp tlp) {
    return new RsitWords.Choice(tlp.name(), tlp.label());
  }

  private static Map<String, String> byField(List<DefinitionFault> faults) {
    Map<String, String> byField = new LinkedHashMap<>();
    for (DefinitionFault fault : faults) {
      byField.merge(
          FeedForm.fields().getOrDefault(fault.key(), fault.key()),
          fault.what(),
          (one, other) -> one + "; " + other);
    }
    return byField;
  }

  private static Asked asked(FeedForm form) {
    UUID id = org.tocsin.web.parameter.Given.uuid("commandId", form.commandId());
    return new Asked(
        id == null ? UUID.randomUUID() : id, FeedRules.PUT, form.version(), form.definition());
  }

  private static void requireAdmin(Reader reader) {
    if (!FeedDesk.mayChange(reader)) {
      throw new AccessDeniedException("feeds are changed by admins");
    }
  }
}
