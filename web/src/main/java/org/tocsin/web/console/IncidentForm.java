package org.tocsin.web.console;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.Incident;
import org.tocsin.model.incident.IncidentAction;
import org.tocsin.model.incident.IncidentState;
import org.tocsin.model.journal.EntityJson;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.stix.NameBasedId;
import org.tocsin.web.command.Asked;
import org.tocsin.web.parameter.Given;
import org.tocsin.web.problem.BadParameterException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a person asks to be done to an incident; a missing field is blank.
 *
 * @param commandId made with the page, so that sending a form twice does nothing twice
 * @param version the version the page was made of
 * @param action what is to be done; {@code take} acknowledges or assigns to whoever asks
 * @param text words
 * @param assignee user name
 * @param type RSIT type, or the kind of an observable
 * @param severity how bad it is
 * @param direction {@code to} or {@code from}
 * @param whom whom a message goes to or came from
 * @param value of an observable
 * @param incident number or id of another one, or several with blanks between
 * @param organisations ids, one a line
 * @param groups ids of sharing groups, one a line
 * @param persons user names, one a line
 * @param title of a new incident
 * @param observation content ids
 */
record IncidentForm(
    @Nullable String commandId,
    @Nullable Long version,
    @Nullable String action,
    @Nullable String text,
    @Nullable String assignee,
    @Nullable String type,
    @Nullable String severity,
    @Nullable String direction,
    @Nullable String whom,
    @Nullable String value,
    @Nullable String incident,
    @Nullable String organisations,
    @Nullable String groups,
    @Nullable String persons,
    @Nullable String title,
    @Nullable List<String> observation) {

  /**
   * The command. Its id follows from the page and all that is asked, since a page has many forms.
   */
  Asked asked(Incident standing, Reader reader) {
    UUID page = Given.uuid("commandId", commandId);
    ObjectNode details = EntityJson.MAPPER.createObjectNode();
    String given = Given.text("action", action);
    if (given == null) {
      throw new BadParameterException("action", "'action' is missing.");
    }
    String what = given;
    if (given.equals(Picked.TAKE)) {
      boolean fresh = standing.state() == IncidentState.NEW;
      what = fresh ? IncidentAction.ACKNOWLEDGE.key() : IncidentAction.ASSIGN.key();
      if (!fresh) {
        details.put("assignee", reader.name());
      }
    } else {
      IncidentAction.ofKey(given).ifPresent(known -> fill(known, details));
    }
    UUID id =
        NameBasedId.in(page == null ? UUID.randomUUID() : page)
            .part(what)
            .part(details.toString())
            .id();
    if (given.equals(IncidentAction.SPLIT.key())) {
      details.put("into", NameBasedId.in(id).part("into").id().toString());
    }
    return new Asked(id, what, ignoresVersion() ? null : version, details);
  }

  /** Words are as good as before when somebody else has done something meanwhile. */
  private boolean ignoresVersion() {
    return IncidentAction.COMMENT.key().equals(action)
        || IncidentAction.MESSAGE.key().equals(action);
  }

  private void fill(IncidentAction known, ObjectNode details) {
    switch (known) {
      case ASSIGN -> details.put("assignee", assignee);
      case CLASSIFY -> details.put("type", type);
      case SET_SEVERITY -> details.put("severity", severity);
      case COMMENT -> details.put("text", text);
      case MESSAGE -> message(details);
      case ADD_OBSERVABLE ->
          details.putObject("observable").put("type", blank(type)).put("value", blank(value));
      case LINK, UNLINK, UNMERGE -> details.put("incident", incident);
      case MERGE -> list(details, "incidents", incident);
      case SPLIT -> {
        details.put("title", title);
        ArrayNode all = details.putArray("observations");
        (observation == null ? List.<String>of() : observation).forEach(all::add);
      }
      case NOTIFY -> {
        list(details, "organisations", organisations);
        list(details, "groups", groups);
        list(details, "persons", persons);
      }
      case DISMISS -> details.put("reason", text);
      default -> {
        if (text != null && !text.isBlank()) {
          details.put("text", text);
        }
      }
    }
  }

  private void message(ObjectNode details) {
    details.put("text", text);
    if (whom != null && !whom.isBlank()) {
      details.put("from".equals(direction) ? "from" : "to", whom);
    }
  }

  private static void list(ObjectNode details, String name, @Nullable String text) {
    ArrayNode all = details.putArray(name);
    Arrays.stream(blank(text).split("[\\s,;]+")).filter(word -> !word.isEmpty()).forEach(all::add);
  }

  private static String blank(@Nullable String text) {
    return text == null ? "" : text;
  }
}
