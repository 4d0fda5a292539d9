/** What people and programs look for, read from the parameters they give. */
@NullMarked
package org.tocsin.web.search;

import org.jspecify.annotations.NullMarked;
