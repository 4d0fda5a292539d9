package org.tocsin.web.warning;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.tocsin.formats.benign.WarningList;
import org.tocsin.formats.sco.Defanged;
import org.tocsin.formats.sco.IpAddress;
import org.tocsin.formats.sco.WebAddress;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Decision;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.stix.NameBasedId;
import org.tocsin.model.warning.Addressees;
import org.tocsin.model.warning.Warning;
import org.tocsin.model.warning.WarningRules;
import org.tocsin.store.directory.KnownDirectory;
import org.tocsin.web.command.Asked;
import org.tocsin.web.command.CommandDesk;
import org.tocsin.web.command.Handed;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.problem.BadParameterException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where warnings are written, decided on and acknowledged. Those who may not see a warning are told
 * that there is none before they could learn anything else of it.
 */
public final class WarningDesk {
  private final CommandDesk desk;
  private final FoundWarnings warnings;
  private final KnownDirectory directory;
  private final WarningList benign;

  /**
   * Hands in there.
   *
   * @param benign what no warning tells readers to look for
   */
  public WarningDesk(
      CommandDesk desk, FoundWarnings warnings, KnownDirectory directory, WarningList benign) {
    this.desk = desk;
    this.warnings = warnings;
    this.directory = directory;
    this.benign = benign;
  }

  /** Whether the reader's roles include writing warnings. */
  public static boolean mayWrite(Reader reader) {
    return has(reader, Role.ANALYST, Role.LEAD, Role.ADMIN);
  }

  /** Whether the reader's roles include approving and publishing warnings. */
  public static boolean mayPublish(Reader reader) {
    return has(reader, Role.LEAD, Role.ADMIN);
  }

  private static boolean has(Reader reader, Role... roles) {
    return Set.of(roles).stream().anyMatch(reader.roles()::contains);
  }

  /**
   * Makes one, under the id the details give or else one that follows from the command's.
   *
   * @throws AccessDeniedException unless the reader may write warnings
   * @throws org.tocsin.model.journal.RefusedException as {@link CommandDesk#submit}
   * @throws org.tocsin.web.command.VersionConflictException as {@link CommandDesk#submit}
   */
  public Handed create(Asked asked, Reader reader) {
    requireWriter(reader);
    ObjectNode details = asked.details().deepCopy();
    UUID given = Given.uuid("id", details.path("id").asString(""));
    details.remove("id");
    UUID id = given == null ? idOf(asked.commandId()) : given;
    return submit(id, asked.commandId(), WarningRules.CREATE, 0L, details, reader);
  }

  /** The id of the warning that command makes, where its details give none. */
  public static UUID idOf(UUID commandId) {
    return NameBasedId.in(commandId).part("warning").id();
  }

  /**
   * The warning somebody wants to decide on, as they see it.
   *
   * @throws org.tocsin.web.problem.NotVisibleException when the reader may not see it
   * @throws org.tocsin.store.StoreUnavailableException as {@link CommandDesk#ask}
   */
  public SeenWarning seen(String idOrNumber, Reader reader) {
    return desk.ask(() -> warnings.one(idOrNumber, reader));
  }

  /**
   * Decides on one.
   *
   * @throws org.tocsin.web.problem.NotVisibleException when the reader may not see it
   * @throws AccessDeniedException unless the reader may write warnings
   * @throws org.tocsin.model.journal.RefusedException as {@link CommandDesk#submit}
   * @throws org.tocsin.web.command.VersionConflictException as {@link CommandDesk#submit}
   */
  public Handed act(SeenWarning seen, Asked asked, Reader reader) {
    if (asked.action().equals(WarningRules.ACKNOWLEDGE)) {
      return acknowledge(seen, asked.commandId(), asked.details().path("version").asInt(0), reader);
    }
    requireWriter(reader);
    if (asked.action().equals(WarningRules.CREATE)) {
      throw new BadParameterException("action", "'action' must be one of a warning that is there.");
    }
    ObjectNode details = asked.details().deepCopy();
    if (asked.action().equals(WarningRules.NARROW)) {
      explain(details, seen.warning());
    }
    return submit(
        seen.warning().id(),
        asked.commandId(),
        asked.action(),
        asked.expectedVersion(),
        details,
        reader);
  }

  /**
   * Says that the reader has seen what is published. Without a command id of their own, saying so
   * twice is saying so once.
   *
   * @param version the number of the version they read, 0 for the one they see now
   * @throws org.tocsin.model.journal.RefusedException as {@link CommandDesk#submit}
   */
  public Handed acknowledge(
      SeenWarning seen, @Nullable UUID commandId, int version, Reader reader) {
    Warning warning = seen.warning();
    int current = warning.published().map(published -> published.number()).orElse(0);
    int read = version == 0 ? current : version;
    UUID command =
        commandId == null
            ? NameBasedId.in(warning.id())
                .part(WarningRules.ACKNOWLEDGE)
                .part(reader.name())
                .part(String.valueOf(read))
                .id()
            : commandId;
    ObjectNode details = EntityJson.MAPPER.createObjectNode().put("version", read);
    return submit(warning.id(), command, WarningRules.ACKNOWLEDGE, null, details, reader);
  }

  /** The rules want to be told through what those who are named see the warning already. */
  private void explain(ObjectNode details, Warning warning) {
    if (details.has("within") || details.has("through")) {
      return;
    }
    Addressees audience = warning.content().audience();
    ArrayNode within = details.putArray("within");
    Set<String> through = new TreeSet<>(audience.organisations());
    for (SharingGroup group : directory.now().groups()) {
      if (!group.retired() && audience.groups().contains(group.id())) {
        within.add(group.id());
        through.addAll(group.members());
      }
    }
    ArrayNode all = details.putArray("through");
    through.forEach(all::add);
  }

  private Handed submit(
      UUID id,
      UUID commandId,
      String action,
      @Nullable Long expectedVersion,
      ObjectNode details,
      Reader reader) {
    observables(details).forEach(WarningDesk::spell);
    if (!desk.isDecided(commandId)) {
      requireNothingBenign(details);
    }
    Command command =
        BadParameterException.unlessReadable(() ->
            new Command(
                commandId, Actor.of(reader), Warning.ref(id), expectedVersion, action, details));
    Optional<Decision> outcome = desk.submit(command);
    outcome.flatMap(Decision::revision).ifPresent(revision -> warnings.await(revision, reader));
    return new Handed(command, outcome);
  }

  /** Asked here and not by the journal's rules, as the list is the operator's and changes. */
  private void requireNothingBenign(ObjectNode details) {
    for (JsonNode observable : observables(details)) {
      requireNothingBenign(
          observable.path("value"), observable.path("type").asString("").startsWith("domain"));
      observable.path("hashes").forEach(hash -> requireNothingBenign(hash, false));
    }
  }

  private static JsonNode observables(ObjectNode details) {
    JsonNode content = details.get("content") instanceof ObjectNode within ? within : details;
    return content.path("observables");
  }

  /** Whatever spelling somebody wrote: readers look for the one that reports are written in. */
  private static void spell(JsonNode observable) {
    if (observable instanceof ObjectNode written) {
      String text = Defanged.restore(written.path("value").asString("").strip());
      Optional<String> plain =
          switch (written.path("type").asString("")) {
            case "url" -> WebAddress.parse(text).map(WebAddress::value);
            case "ip", "ipv4-addr", "ipv6-addr" ->
                IpAddress.parseNetwork(text).map(IpAddress::value);
            default -> Optional.empty();
          };
      plain.ifPresent(value -> written.put("value", value));
    }
  }

  private void requireNothingBenign(JsonNode value, boolean name) {
    String text = value.asString("").strip();
    String objection = benign.objection(text);
    if (objection == null && name) {
      objection = benign.objectionToName(text);
    }
    if (objection != null) {
      throw RefusedException.invalid(
          "observables: '%s' is no indicator of anything: %s".formatted(text, objection));
    }
  }

  private static void requireWriter(Reader reader) {
    if (!mayWrite(reader)) {
      throw new AccessDeniedException("warnings are written by analysts, leads and admins");
    }
  }
}
