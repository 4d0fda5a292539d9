/** How every error looks: RFC 9457 problem documents for programs, a friendly page for people. */
@NullMarked
package org.tocsin.web.problem;

import org.jspecify.annotations.NullMarked;
