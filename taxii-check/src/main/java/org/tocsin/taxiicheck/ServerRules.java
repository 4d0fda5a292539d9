package org.tocsin.taxiicheck;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What the server says of itself: discovery and API roots (sections 3.1, 4.1, 4.2 and 8.2). */
final class ServerRules {
  private static final String STIX_TOO = Server.TAXII + ",application/stix+json;version=2.1";

  private final Server server;
  private final Findings findings;

  ServerRules(Server server, Findings findings) {
    this.server = server;
    this.findings = findings;
  }

  /** Examines; gives the addresses of the API roots that were found. */
  List<URI> examine() {
    List<URI> roots = new ArrayList<>();
    findings.rule(
        "8.2.1",
        "Discovery is at /taxii2/ of the server",
        () -> {
          String path = server.discovery().getPath();
          BrokenException.unless(path.equals("/taxii2/"), "it was asked at %s", path);
          server.get(server.discovery()).ok();
        });
    findings.rule(
        "8.2.2",
        "The server is reached by HTTPS",
        () ->
            NotSeenException.unless(
                "https".equals(server.discovery().getScheme()), "it was asked without TLS"));
    findings.rule("4.1.1", "Discovery has a title", () -> Rules.text(discovery(), "title"));
    findings.rule(
        "4.1.1",
        "API roots are absolute HTTPS URLs or relative ones",
        () -> {
          List<JsonNode> named = Rules.list(discovery(), "api_roots");
          NotSeenException.unless(!named.isEmpty(), "no API root is named");
          named.forEach(root -> roots.add(root(root.asString())));
        });
    findings.rule(
        "4.1.1",
        "The default API root is one of them",
        () -> {
          JsonNode discovery = discovery();
          NotSeenException.unless(discovery.has("default"), "no default is named");
          BrokenException.unless(
              Rules.list(discovery, "api_roots").contains(discovery.get("default")),
              "it is %s",
              discovery.get("default"));
        });
    negotiation();
    for (URI root : roots) {
      root(root);
    }
    findings.rule(
        "4.2",
        "An API root that is not there is 404",
        () -> {
          NotSeenException.unless(!roots.isEmpty(), "no API root is known");
          server.get(roots.getFirst().resolve("../" + UUID.randomUUID() + "/")).withStatus(404);
        });
    return roots;
  }

  private void negotiation() {
    findings.rule(
        "3.1",
        "A type of the endpoint in Accept is never 406",
        () -> {
          server.accepting(server.discovery(), Server.TAXII).ok();
          server.accepting(server.discovery(), STIX_TOO).ok();
          server.accepting(server.discovery(), "text/html;q=0.5, " + Server.TAXII).ok();
        });
    findings.rule(
        "3.1",
        "Without a version in Accept the answer is of the highest one",
        () -> server.accepting(server.discovery(), "application/taxii+json").ok());
    findings.rule(
        "3.1",
        "Another type in Accept is satisfied or 406",
        () -> {
          server.accepting(server.discovery(), "text/csv").withStatus(200, 406);
          server
              .accepting(server.discovery(), "application/taxii+json;version=99.1")
              .withStatus(200, 406);
        });
  }

  private void root(URI root) {
    findings.rule(
        "4.2.1",
        "API root " + root.getPath() + " has a title and versions",
        () -> {
          JsonNode said = server.get(root).ok().json();
          Rules.text(said, "title");
          BrokenException.unless(
              Rules.list(said, "versions").stream()
                  .anyMatch(one -> one.asString().equals(Server.TAXII)),
              "%s is not among them",
              Server.TAXII);
        });
    findings.rule(
        "4.2.1",
        "API root " + root.getPath() + " says how long a body may be",
        () -> Rules.number(server.get(root).ok().json(), "max_content_length", 1));
  }

  private JsonNode discovery() {
    return server.get(server.discovery()).ok().json();
  }

  private URI root(String named) {
    URI url = URI.create(named);
    BrokenException.unless(
        named.endsWith("/") && url.getQuery() == null,
        "%s has a query or no slash at its end",
        named);
    if (url.getScheme() == null) {
      BrokenException.unless(
          named.startsWith("/") && !named.startsWith("//"),
          "%s begins with no single slash",
          named);
    } else {
      boolean ownWithoutTls = url.getScheme().equals(server.discovery().getScheme());
      BrokenException.unless(
          url.getScheme().equals("https") || ownWithoutTls, "%s is no HTTPS", named);
    }
    return server.discovery().resolve(url);
  }
}
