package org.tocsin.engines;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.tocsin.engines.port.PortBook;
import org.tocsin.engines.process.ChildSpec;
import org.tocsin.engines.process.JavaCommand;
import org.tocsin.engines.process.Readiness;
import org.tocsin.engines.server.ServerFiles;

/**
 * Elasticsearch as one node, from the server jars: the distribution's folders are laid out here.
 */
final class ElasticsearchRecipe implements ProcessEngine.Recipe {

  private static final int USUAL_PORT = 9200;
  private static final int USUAL_TRANSPORT_PORT = 9300;
  private static final String TRANSPORT = "transport-netty4";

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final Path home;
  private final ServerFiles files;
  private final PortBook ports;
  private final Path log;
  private String clusterName = "";
  private int port;

  ElasticsearchRecipe(Path home, ServerFiles files, PortBook ports, Path log) {
    this.home = home;
    this.files = files;
    this.ports = ports;
    this.log = log;
  }

  @Override
  public EngineKind kind() {
    return EngineKind.ELASTICSEARCH;
  }

  @Override
  public ChildSpec layOut() throws IOException {
    layOutTransport();
    layOutConfiguration();
    clusterName = clusterName();
    port = ports.choose("http", USUAL_PORT);
    int transportPort = ports.choose("transport", USUAL_TRANSPORT_PORT);
    JavaCommand command =
        new JavaCommand(
            List.of(
                "-Xms1g",
                "-Xmx1g",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + Files.createDirectories(home.resolve("tmp")),
                "-Des.nativelibs.path=" + home.resolve("config"),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"),
            files.classPath("elasticsearch"),
            "org.tocsin.engines.elasticsearch.ElasticsearchMain",
            List.of(
                home.toString(),
                "cluster.name=" + clusterName,
                "node.name=tocsin",
                "path.data=" + home.resolve("data"),
                "path.logs=" + home.resolve("logs"),
                "path.repo=" + Files.createDirectories(home.resolve("snapshots")),
                "discovery.type=single-node",
                "network.host=127.0.0.1",
                "http.port=" + port,
                "transport.port=" + transportPort,
                "action.auto_create_index=false",
                "cluster.routing.allocation.disk.threshold_enabled=false",
                // one node holds what several would, and in tests that of several programs
                "cluster.max_shards_per_node=5000"));
    return new ChildSpec("elasticsearch", command, Map.of(), home, log);
  }

  /** The cluster name is this home's own: it proves that it is our node that answers. */
  @Override
  public Readiness readiness() {
    URI health = URI.create(address() + "/_cluster/health?wait_for_status=yellow&timeout=2s");
    HttpRequest ask = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(4)).build();
    return () -> {
      var answer = http.send(ask, BodyHandlers.ofString());
      return answer.statusCode() == 200
          && answer.body().contains("\"cluster_name\":\"" + clusterName + "\"");
    };
  }

  @Override
  public String address() {
    return "http://127.0.0.1:" + port;
  }

  private String clusterName() throws IOException {
    Path file = home.resolve("cluster-name");
    if (Files.notExists(file)) {
      Files.writeString(file, "tocsin-" + UUID.randomUUID());
    }
    return Files.readString(file).strip();
  }

  /** The transport is a plugin: its jars in a folder of their own, beside its descriptor. */
  private void layOutTransport() throws IOException {
    Path target = Files.createDirectories(home.resolve("modules").resolve(TRANSPORT));
    try (Stream<Path> old = Files.list(target)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
    try (Stream<Path> jars = Files.list(files.built("elasticsearch", "modules/" + TRANSPORT))) {
      for (Path jar : jars.toList()) {
        String name = jar.getFileName().toString();
        Files.copy(jar, target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        if (name.startsWith(TRANSPORT)) {
          Files.writeString(target.resolve("plugin-descriptor.properties"), descriptor(jar));
        }
      }
    }
  }

  /** Without its module name, because here the server itself is on the class path, not a module. */
  private static String descriptor(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      ZipEntry entry =
          file.getEntry("META-INF/es-plugins/" + TRANSPORT + "/plugin-descriptor.properties");
      try (InputStream in = file.getInputStream(entry)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("modulename"))
            .collect(Collectors.joining("\n"));
      }
    }
  }

  /**
   * The native libraries are in no Maven artefact; the server says so at length, once is enough.
   */
  private void layOutConfiguration() throws IOException {
    Files.createDirectories(home.resolve("config"));
    Files.writeString(
        home.resolve("config").resolve("log4j2.properties"),
        """
        status = error
        appender.console.type = Console
        appender.console.name = console
        appender.console.layout.type = PatternLayout
        appender.console.layout.pattern = %d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5p %c{1.} %m%n
        rootLogger.level = info
        rootLogger.appenderRef.console.ref = console
        logger.native.name = org.elasticsearch.nativeaccess
        logger.native.level = error
        """);
  }
}
