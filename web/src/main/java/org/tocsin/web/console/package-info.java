/** The pages people work with. */
@NullMarked
package org.tocsin.web.console;

import org.jspecify.annotations.NullMarked;
