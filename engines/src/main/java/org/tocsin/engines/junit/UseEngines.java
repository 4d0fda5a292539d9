package org.tocsin.engines.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tocsin.engines.EngineKind;

/**
 * The engines a test class needs. They are started once for a test JVM, shared by all its test
 * classes, and stopped when it ends. A parameter of type {@link EngineAddresses} or {@link
 * TestEngines} is filled in.
 *
 * <p>The data is shared too: name topics, indices and realms after the test.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(EnginesExtension.class)
public @interface UseEngines {

  /** Which ones. */
  EngineKind[] value();

  /**
   * Whether the test kills or stops them. Such a test always gets child processes, never
   * containers.
   */
  boolean breakable() default false;
}
