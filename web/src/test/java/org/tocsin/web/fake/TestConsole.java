package org.tocsin.web.fake;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.tocsin.web.WebConfiguration;

/** The whole web over ports in memory. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({WebConfiguration.class, FakePorts.class})
public class TestConsole {}
