package org.tocsin.web.console;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.OrganisationKind;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.sharing.Reader;
import org.tocsin.web.directory.DirectoryDesk;
import org.tocsin.web.directory.DirectoryParameters;
import org.tocsin.web.directory.FoundDirectory;
import org.tocsin.web.directory.Seen;
import org.tocsin.web.problem.BadParameterException;

/** Who is who in the network, and who shares with whom. */
@Controller
final class DirectoryPage {
  private static final int USUAL_LIMIT = 50;

  private final FoundDirectory directory;

  DirectoryPage(FoundDirectory directory) {
    this.directory = directory;
  }

  /** An organisation in the list; how to reach it is empty where nothing is published. */
  record Row(
      String id,
      String name,
      String kind,
      @Nullable String country,
      String reach,
      boolean retired) {
    static Row of(Organisation organisation) {
      return new Row(
          organisation.id(),
          organisation.name(),
          RsitWords.of(organisation.kind().key()),
          organisation.country(),
          organisation.contacts().stream().findFirst().map(OrganisationCard::reach).orElse(""),
          organisation.retired());
    }
  }

  /** An organisation by its id, and by its name where the directory has one. */
  record Member(String id, String name) {}

  /** The list; asked for by a page that shows its beginning, the rows that follow. */
  @GetMapping("/directory")
  String page(
      @ModelAttribute("given") DirectoryParameters given,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
      Reader reader,
      Model model) {
    fill(given, reader, model);
    if (part) {
      return "directory/rows :: rows";
    }
    model.addAttribute("kinds", kinds());
    model.addAttribute("groups", directory.groups(reader));
    model.addAttribute("mayChange", DirectoryDesk.isOpenTo(reader));
    return "directory/page";
  }

  @GetMapping("/directory/{id}")
  String organisation(@PathVariable String id, Reader reader, Model model) {
    Seen<Organisation> seen = directory.one(id, reader);
    model.addAttribute("one", OrganisationCard.of(seen));
    model.addAttribute(
        "groups",
        directory.groups(reader).stream()
            .filter(group -> !group.retired() && group.hasMember(seen.entity().id()))
            .toList());
    model.addAttribute("mayChange", DirectoryDesk.isOpenTo(reader));
    return "directory/organisation";
  }

  @GetMapping("/sharing-groups/{id}")
  String group(@PathVariable String id, Reader reader, Model model) {
    SharingGroup group = directory.group(id, reader).entity();
    model.addAttribute("group", group);
    model.addAttribute("owner", member(group.owner()));
    model.addAttribute("members", group.members().stream().map(this::member).toList());
    model.addAttribute("mayChange", DirectoryDesk.mayChange(group, reader));
    return "directory/group";
  }

  private Member member(String id) {
    return new Member(id, directory.name(id).orElse(id));
  }

  /** The kinds of organisation, as a form offers them. */
  static List<RsitWords.Choice> kinds() {
    return Arrays.stream(OrganisationKind.values())
        .map(kind -> new RsitWords.Choice(kind.key(), RsitWords.of(kind.key())))
        .toList();
  }

  private void fill(DirectoryParameters given, Reader reader, Model model) {
    model.addAttribute("found", null);
    model.addAttribute("mistake", null);
    Map<String, String> values = new LinkedHashMap<>();
    Condition.put(values, "q", given.q());
    Condition.put(values, "kind", given.kind());
    Condition.put(values, "country", given.country());
    Condition.put(values, "asset", given.asset());
    try {
      model.addAttribute(
          "found",
          FoundRows.of(
              directory.page(given, USUAL_LIMIT, reader), Condition.query(values), Row::of));
    } catch (BadParameterException e) {
      model.addAttribute("mistake", SearchPage.Mistake.of(e));
    }
  }
}
