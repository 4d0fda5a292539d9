package org.tocsin.taxiicheck;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Who is turned away, and how (sections 1.6.9 and 5.1 to 5.8). */
final class AccessRules {
  private static final byte[] ENVELOPE = "{\"objects\":[]}".getBytes(StandardCharsets.UTF_8);

  private final Server server;
  private final URI root;
  private final List<Collection> collections;
  private final Findings findings;

  AccessRules(Server server, URI root, List<Collection> collections, Findings findings) {
    this.server = server;
    this.root = root;
    this.collections = collections;
    this.findings = findings;
  }

  void examine() {
    findings.rule(
        "1.6.9",
        "Who does not sign in is 401 with a challenge, or 404",
        () -> {
          NotSeenException.unless(server.isSignedIn(), "nobody signed in to begin with");
          Server nobody = server.as(Credentials.NONE);
          NotSeenException.unless(
              nobody.get(root.resolve("collections/")).status() != 200, "nobody has to");
          turnedAway(nobody);
        });
    findings.rule(
        "1.6.9",
        "Who signs in with what is not valid is 401 with a challenge, or 404",
        () -> {
          NotSeenException.unless(server.isSignedIn(), "nobody signed in to begin with");
          String name = UUID.randomUUID().toString();
          turnedAway(server.as(Credentials.basic(name, name)));
        });
    findings.rule(
        "5.5",
        "Who may not write to a collection is 403 or 404",
        () -> {
          List<Collection> closed = collections.stream().filter(one -> !one.isWritable()).toList();
          NotSeenException.unless(!closed.isEmpty(), "whoever asks may write to all of them");
          closed.forEach(one -> server.post(one.objects(), ENVELOPE).withStatus(403, 404));
        });
    findings.rule(
        "5.4",
        "Who may not read a collection is 403 or 404",
        () -> {
          List<Collection> closed = collections.stream().filter(one -> !one.isReadable()).toList();
          NotSeenException.unless(!closed.isEmpty(), "whoever asks may read all of them");
          for (Collection one : closed) {
            server.get(one.objects()).withStatus(403, 404);
            server.get(one.manifest()).withStatus(403, 404);
          }
        });
  }

  private void turnedAway(Server stranger) {
    turnedAway(stranger.get(root.resolve("collections/")));
    for (Collection one : collections) {
      String object = "indicator--" + UUID.randomUUID();
      turnedAway(stranger.get(one.address()));
      turnedAway(stranger.get(one.manifest()));
      turnedAway(stranger.get(one.objects()));
      turnedAway(stranger.get(one.object(object)));
      turnedAway(stranger.get(one.versions(object)));
      turnedAway(stranger.delete(one.object(object)));
      turnedAway(stranger.post(one.objects(), ENVELOPE));
    }
  }

  private static void turnedAway(Reply reply) {
    reply.withStatus(401, 404);
    BrokenException.unless(
        reply.status() == 404 || !reply.header("WWW-Authenticate").isEmpty(),
        "%s answered 401 without WWW-Authenticate",
        reply.asked());
  }
}
