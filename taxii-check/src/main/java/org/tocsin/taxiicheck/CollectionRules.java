package org.tocsin.taxiicheck;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Which collections there are (sections 3.3, 5.1 and 5.2), and statuses nobody has (4.3). */
final class CollectionRules {
  private final Server server;
  private final URI root;
  private final Findings findings;

  CollectionRules(Server server, URI root, Findings findings) {
    this.server = server;
    this.root = root;
    this.findings = findings;
  }

  /** Examines; gives the collections that were found. */
  List<Collection> examine() {
    List<Collection> found = new ArrayList<>();
    findings.rule(
        "5.1.1",
        "Collections are a list, or none are named",
        () ->
            listed()
                .forEach(said ->
                    found.add(
                        new Collection(
                            collections().resolve(said.path("id").asString() + "/"), said))));
    findings.rule(
        "5.2.1",
        "Each has an id of version 4, a title, can_read and can_write",
        () -> {
          some(found);
          found.forEach(one -> described(one.said()));
        });
    findings.rule(
        "5.2.1",
        "No alias is given twice",
        () -> {
          Set<String> aliases = new HashSet<>();
          found.stream()
              .map(one -> one.said().path("alias"))
              .filter(JsonNode::isString)
              .forEach(
                  alias -> BrokenException.unless(aliases.add(alias.asString()), "%s is", alias));
        });
    findings.rule(
        "5.2",
        "Each is found at its own address as it is listed",
        () -> {
          some(found);
          found.forEach(one -> same(one, one.address()));
        });
    findings.rule(
        "5.2.1",
        "Each is found by its alias too",
        () -> {
          List<Collection> named = found.stream().filter(one -> one.said().has("alias")).toList();
          NotSeenException.unless(!named.isEmpty(), "none has one");
          named.forEach(
              one -> same(one, collections().resolve(one.said().path("alias").asString() + "/")));
        });
    findings.rule(
        "3.3",
        "Collections come in the same order each time",
        () -> BrokenException.unless(ids(listed()).equals(ids(listed())), "they did not"));
    missing();
    return found;
  }

  private void missing() {
    Collection nowhere =
        new Collection(
            collections().resolve(UUID.randomUUID() + "/"), JsonNodeFactory.instance.objectNode());
    findings.rule(
        "5.2",
        "A collection that is not there is 404",
        () -> {
          server.get(nowhere.address()).withStatus(404);
          server.get(nowhere.manifest()).withStatus(404);
          server.get(nowhere.objects()).withStatus(404);
          server.get(nowhere.object("indicator--" + UUID.randomUUID())).withStatus(404);
        });
    findings.rule(
        "4.3",
        "A status that is not there is 404",
        () -> server.get(root.resolve("status/" + UUID.randomUUID() + "/")).withStatus(404));
    findings.rule(
        "3.6.1",
        "An error has a title, and its http_status is the one of HTTP",
        () -> {
          Reply reply = server.get(nowhere.address()).withStatus(404);
          NotSeenException.unless(reply.body().length > 0, "it has no body");
          BrokenException.unless(
              reply.isTaxii(), "its Content-Type is '%s'", reply.header("Content-Type"));
          JsonNode error = reply.json();
          Rules.text(error, "title");
          BrokenException.unless(
              !error.has("http_status") || Rules.text(error, "http_status").equals("404"),
              "it is %s",
              error.path("http_status"));
        });
  }

  private URI collections() {
    return root.resolve("collections/");
  }

  private List<JsonNode> listed() {
    return Rules.list(server.get(collections()).ok().json(), "collections");
  }

  private void same(Collection one, URI address) {
    JsonNode said = server.get(address).ok().json();
    BrokenException.unless(said.equals(one.said()), "%s is told otherwise", address.getPath());
  }

  private static void described(JsonNode said) {
    Rules.identifier(said, "id");
    Rules.text(said, "title");
    Rules.bool(said, "can_read");
    Rules.bool(said, "can_write");
    Rules.list(said, "media_types");
  }

  private static List<String> ids(List<JsonNode> collections) {
    return collections.stream().map(one -> one.path("id").asString()).toList();
  }

  private static void some(List<Collection> found) {
    NotSeenException.unless(!found.isEmpty(), "there is no collection");
  }
}
