package org.tocsin.web.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.subscription.SubscriptionRules;
import org.tocsin.web.command.Asked;
import org.tocsin.web.directory.FoundDirectory;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.parameter.Times;
import org.tocsin.web.subscription.DryRuns;
import org.tocsin.web.subscription.SubscriptionDesk;

/** Where somebody says what they want to hear of, and sees what would have come of it. */
@Controller
@RequestMapping("/subscription-form")
final class SubscriptionForms {
  private final SubscriptionDesk desk;
  private final DryRuns runs;
  private final FoundDirectory directory;

  SubscriptionForms(SubscriptionDesk desk, DryRuns runs, FoundDirectory directory) {
    this.desk = desk;
    this.runs = runs;
    this.directory = directory;
  }

  /**
   * What a page says of what was asked on it.
   *
   * @param mistake why nothing came of it, null where something did
   * @param field the field of the form that is wrong, empty for none in particular
   * @param tried what would have been sent, null where nobody asked
   */
  private record Said(@Nullable String mistake, String field, @Nullable DryRunCard tried) {
    static final Said NOTHING = new Said(null, "", null);
  }

  @GetMapping
  String form(@RequestParam(required = false) @Nullable String id, Reader reader, Model model) {
    if (id == null) {
      requireOpen(reader);
      return show(SubscriptionForm.blank(), Said.NOTHING, reader, model);
    }
    return show(SubscriptionForm.of(desk.own(id, reader)), Said.NOTHING, reader, model);
  }

  /** Saves it. */
  @PostMapping
  String save(@ModelAttribute("form") SubscriptionForm form, Reader reader, Model model) {
    requireOpen(reader);
    UUID id = Given.uuid("id", form.id());
    UUID known = id == null ? UUID.randomUUID() : id;
    Optional<String> mistake =
        Mistakes.of(() -> {
          if (form.known()) {
            desk.put(known.toString(), asked(form), reader);
          } else {
            desk.create(known, asked(form), reader);
          }
        });
    return mistake.isPresent()
        ? show(form, said(form, mistake.get(), null), reader, model)
        : "redirect:/subscriptions/" + known;
  }

  /** Shows what it would have sent within the last 30 days, and saves nothing. */
  @PostMapping("/test")
  String test(
      @ModelAttribute("form") SubscriptionForm form,
      @RequestParam(required = false) @Nullable String until,
      Reader reader,
      Model model) {
    AtomicReference<DryRunCard> tried = new AtomicReference<>();
    Optional<String> mistake =
        Mistakes.of(() ->
            tried.set(
                DryRunCard.of(
                    runs.of(
                        SubscriptionDesk.tried(asked(form)),
                        reader,
                        Times.parse("until", until)))));
    return show(form, said(form, mistake.orElse(null), tried.get()), reader, model);
  }

  private static Said said(
      SubscriptionForm form, @Nullable String mistake, @Nullable DryRunCard tried) {
    String field = mistake == null ? "" : form.field(mistake);
    return mistake == null || field.isEmpty()
        ? new Said(mistake, field, tried)
        : new Said(mistake.substring(mistake.indexOf(':') + 1).strip(), field, tried);
  }

  private String show(SubscriptionForm form, Said said, Reader reader, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("heading", form.known() ? "Change a subscription" : "New subscription");
    model.addAttribute("mistake", said.mistake());
    model.addAttribute("wrong", said.field());
    model.addAttribute("tried", said.tried());
    model.addAttribute("types", types());
    model.addAttribute("groups", groups(form, reader));
    model.addAttribute("organisation", reader.organisation());
    return "subscriptions/form";
  }

  /** Types by classification; both can be asked for. */
  private static Map<RsitWords.Choice, List<RsitWords.Choice>> types() {
    return Arrays.stream(Rsit.values())
        .collect(
            Collectors.groupingBy(
                type ->
                    new RsitWords.Choice(
                        type.classification(), RsitWords.of(type.classification())),
                LinkedHashMap::new,
                Collectors.mapping(
                    type ->
                        new RsitWords.Choice(
                            type.classification() + "." + type.type(), RsitWords.of(type)),
                    Collectors.toList())));
  }

  /** The sharing groups the reader may know of, and whatever else the form holds. */
  private List<RsitWords.Choice> groups(SubscriptionForm form, Reader reader) {
    List<RsitWords.Choice> all = new ArrayList<>();
    directory.groups(reader).stream().map(SubscriptionForms::choice).forEach(all::add);
    List<String> chosen = form.sectors() == null ? List.of() : form.sectors();
    chosen.stream()
        .filter(id -> all.stream().noneMatch(choice -> choice.key().equals(id)))
        .map(id -> new RsitWords.Choice(id, id))
        .forEach(all::add);
    return all;
  }

  private static RsitWords.Choice choice(SharingGroup group) {
    return new RsitWords.Choice(group.id(), group.name());
  }

  private static Asked asked(SubscriptionForm form) {
    UUID command = Given.uuid("commandId", form.commandId());
    return new Asked(
        command == null ? UUID.randomUUID() : command,
        SubscriptionRules.PUT,
        form.version() == null ? Long.valueOf(0) : form.version(),
        form.details());
  }

  private static void requireOpen(Reader reader) {
    if (!SubscriptionDesk.isOpenTo(reader)) {
      throw new AccessDeniedException("your roles do not include subscribing");
    }
  }
}
