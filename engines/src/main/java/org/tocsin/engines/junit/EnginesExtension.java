package org.tocsin.engines.junit;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.tocsin.engines.EngineKind;

/**
 * Starts the engines of {@link UseEngines} before the first test that needs them.
 *
 * <p>They are child processes of the test JVM. Where a Docker engine answers and Testcontainers is
 * on the class path, Kafka and Elasticsearch are containers instead (Keycloak is always a process):
 * that way is written to Testcontainers' documentation and has never been run, because no machine
 * of the developers had a Docker engine. {@code -Dtocsin.test.engines=process} turns it off.
 */
public final class EnginesExtension implements BeforeAllCallback, ParameterResolver {

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    enginesOf(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == EngineAddresses.class || type == TestEngines.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    try {
      return enginesOf(context);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while engines start", e);
    }
  }

  private static TestEngines enginesOf(ExtensionContext context) throws InterruptedException {
    UseEngines wanted =
        AnnotationSupport.findAnnotation(
                context.getRequiredTestClass(), UseEngines.class, context.getEnclosingTestClasses())
            .orElseThrow(() -> new IllegalStateException("@UseEngines is missing"));
    Set<EngineKind> kinds = EnumSet.copyOf(List.of(wanted.value()));
    return SharedEngines.ensure(kinds, wanted.breakable());
  }
}
