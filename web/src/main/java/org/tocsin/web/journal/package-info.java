/** The audit log as interface and console read it. */
@NullMarked
package org.tocsin.web.journal;

import org.jspecify.annotations.NullMarked;
