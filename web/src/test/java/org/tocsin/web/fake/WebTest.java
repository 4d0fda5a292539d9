package org.tocsin.web.fake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/**
 * A test that asks the whole web over ports in memory, without a network: where Keycloak should be,
 * nobody listens.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = TestConsole.class,
    properties = "tocsin.identity.backchannel=http://127.0.0.1:1/realms/tocsin")
@AutoConfigureMockMvc
public @interface WebTest {}
