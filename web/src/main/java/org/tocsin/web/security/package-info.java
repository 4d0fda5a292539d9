/** Who is asking: tokens and secrets of the realm for programs, sign-in at Keycloak for people. */
@NullMarked
package org.tocsin.web.security;

import org.jspecify.annotations.NullMarked;
