package org.tocsin.engines.elasticsearch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * Runs one Elasticsearch node from the server jars, without the distribution's own scripts.
 *
 * <p>Arguments: the home folder (with {@code config/log4j2.properties} and {@code
 * modules/transport-netty4} laid out by the engine), then any number of {@code key=value} node
 * settings. The node is closed when the JVM is asked to stop. A node that does not start ends the
 * JVM with exit code 1 and the reason on the standard error stream.
 */
public final class ElasticsearchMain {

  private ElasticsearchMain() {}

  /**
   * Starts the node and stays until the JVM is stopped.
   *
   * @param args home folder, then {@code key=value} settings
   */
  public static void main(String[] args) throws InterruptedException {
    try {
      runNode(Path.of(args[0]), settings(args));
    } catch (Exception | LinkageError e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
    new CountDownLatch(1).await();
  }

  private static void runNode(Path home, Settings settings) throws Exception {
    LogConfigurator.configureESLogging();
    Environment environment =
        InternalSettingsPreparer.prepareEnvironment(
            settings, Map.of(), home.resolve("config"), () -> "tocsin");
    LogConfigurator.configure(environment, true);
    // On the class path the server is no named module, so it has no exports to qualify (the last argument).
    PluginsLoader plugins =
        PluginsLoader.createPluginsLoader(
            PluginsLoader.loadModulesBundles(home.resolve("modules"), false),
            Set.of(),
            Map.of(),
            false);
    Node node = new Node(environment, plugins);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "close-node"));
    node.start();
  }

  private static Settings settings(String[] args) {
    Settings.Builder settings = Settings.builder().put("path.home", args[0]);
    for (int i = 1; i < args.length; i++) {
      int equals = args[i].indexOf('=');
      settings.put(args[i].substring(0, equals), args[i].substring(equals + 1));
    }
    return settings.build();
  }

  private static void close(Node node) {
    try {
      node.close();
    } catch (IOException e) {
      e.printStackTrace();
    }
  }
}
