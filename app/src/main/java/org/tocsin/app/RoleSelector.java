package org.tocsin.app;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.tocsin.alerts.AlertsConfiguration;
import org.tocsin.ingest.IngestConfiguration;
import org.tocsin.triage.TriageConfiguration;
import org.tocsin.web.WebConfiguration;
import org.tocsin.web.security.SecurityConfiguration;

/** Takes the parts into the program that {@code tocsin.roles} asks for. */
final class RoleSelector implements ImportSelector, EnvironmentAware {
  static final String ROLES = "tocsin.roles";

  private static final Set<ProcessRole> ON_THE_STORE =
      EnumSet.of(ProcessRole.TRIAGE, ProcessRole.ALERTS, ProcessRole.WEB);

  private Set<ProcessRole> roles = EnumSet.noneOf(ProcessRole.class);

  /** Whether the command line asks for a rebuild, which serves nothing and ends. */
  static boolean isRebuild(String[] arguments) {
    return Arrays.asList(arguments).contains("--" + ROLES + "=rebuild");
  }

  @Override
  public void setEnvironment(Environment environment) {
    roles = EnumSet.noneOf(ProcessRole.class);
    Arrays.stream(environment.getProperty(ROLES, "ingest,triage,alerts,web").split(","))
        .map(ProcessRole::of)
        .forEach(roles::add);
  }

  @Override
  public String[] selectImports(AnnotationMetadata importing) {
    Set<Class<?>> parts = new LinkedHashSet<>();
    for (ProcessRole role : roles) {
      switch (role) {
        case INGEST -> {
          parts.add(IngestConfiguration.class);
          parts.add(FetchingConfiguration.class);
        }
        case TRIAGE -> parts.add(TriageConfiguration.class);
        case ALERTS -> {
          parts.add(AlertsConfiguration.class);
          parts.add(DeliveringConfiguration.class);
        }
        case WEB -> parts.add(WebConfiguration.class);
        case REBUILD -> parts.add(RebuildJob.class);
      }
    }
    if (!Collections.disjoint(roles, ON_THE_STORE)) {
      parts.add(StoreHealth.class);
    }
    if (roles.contains(ProcessRole.ALERTS) && roles.contains(ProcessRole.INGEST)) {
      parts.add(InboxConfiguration.class);
    }
    if (roles.contains(ProcessRole.WEB)) {
      parts.add(FeedDeskConfiguration.class);
    }
    if (!roles.contains(ProcessRole.WEB) && !roles.contains(ProcessRole.REBUILD)) {
      parts.add(SecurityConfiguration.class);
    }
    return parts.stream().map(Class::getName).toArray(String[]::new);
  }
}
