// The text of the grammar: statements and patterns, expressions and targets, mistakes. The notation is explained in
// syntax_grammar.h. What is right here and what parser*.cpp accepts is the same language.
#include "compiler/syntax_grammar.h"

namespace gillab::compiler {

const std::string_view kPythonStatements = R"grammar(
file: [statements] ENDMARKER
interactive: compound_statement NEWLINE | simple_statements | NEWLINE | ENDMARKER
eval: expressions NEWLINE* ENDMARKER
formatted: star_expressions

statements: statement+
statement: compound_statement | simple_statements
simple_statements: simple_statement !';' NEWLINE | ';'.simple_statement+ [';'] NEWLINE
memo simple_statement: assignment | star_expressions | 'return' [star_expressions]
  | import_name | import_from
  | 'raise' expression ['from' expression] | 'raise'
  | 'pass' | delete | yield_expression | 'assert' expression [',' expression] | 'break' | 'continue'
  | 'global' ','.NAME+ | 'nonlocal' ','.NAME+
compound_statement: &('def' | '@' | 'async') function | if_statement | &('class' | '@') class
  | &('with' | 'async') with | &('for' | 'async') for | &'try' try | while | match

assignment: NAME ':' expression ['=' annotated_value]
  | ('(' single_target ')' | single_subscript_or_attribute) ':' expression ['=' annotated_value]
  | (star_targets '=')+ (yield_expression | star_expressions) !'='
  | single_target augmented ~ (yield_expression | star_expressions)
  | wrong_assignment
annotated_value: yield_expression | star_expressions
augmented: '+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**=' | '//='
delete: 'del' delete_targets &(';' | NEWLINE) | wrong_delete
import_name: 'import' ','.(dotted_name ['as' NAME])+
import_from: 'from' ('.' | '...')* dotted_name 'import' import_targets | 'from' ('.' | '...')+ 'import' import_targets
import_targets: '(' import_names [','] ')' | import_names !',' | '*' | wrong_import_targets
import_names: ','.(NAME ['as' NAME])+
dotted_name: NAME ('.' NAME)*

memo block: NEWLINE INDENT statements DEDENT | simple_statements | wrong_block
decorators: ('@' named_expression NEWLINE)+
class: decorators class_body | class_body
class_body: wrong_class | 'class' NAME ['(' [arguments] ')'] ':' block
function: decorators function_body | function_body
function_body: wrong_function | ['async'] 'def' NAME &&'(' [parameters] ')' ['->' expression] &&':' block

parameters: wrong_parameters | parameter_list
parameter_list: slash_no_default plain_parameter* default_parameter* [star_parameters]
  | slash_with_default default_parameter* [star_parameters]
  | plain_parameter+ default_parameter* [star_parameters]
  | default_parameter+ [star_parameters]
  | star_parameters
slash_no_default: plain_parameter+ '/' (',' | &')')
slash_with_default: plain_parameter* default_parameter+ '/' (',' | &')')
star_parameters: wrong_star_parameters
  | '*' plain_parameter any_parameter* [keyword_parameters]
  | '*' star_annotated_parameter any_parameter* [keyword_parameters]
  | '*' ',' any_parameter+ [keyword_parameters]
  | keyword_parameters
keyword_parameters: wrong_keyword_parameters | '**' plain_parameter
plain_parameter: parameter (',' | &')')
star_annotated_parameter: NAME ':' star_expression (',' | &')')
default_parameter: parameter default (',' | &')')
any_parameter: parameter [default] (',' | &')')
parameter: NAME [':' expression]
default: '=' expression | wrong_default

if_statement: wrong_if | 'if' named_expression ':' block elif | 'if' named_expression ':' block [else]
elif: wrong_elif | 'elif' named_expression ':' block elif | 'elif' named_expression ':' block [else]
else: wrong_else | 'else' &&':' block
while: wrong_while | 'while' named_expression ':' block [else]
for: wrong_for | ['async'] 'for' star_targets 'in' ~ star_expressions ':' block [else] | wrong_for_target
with: wrong_with_indent
  | ['async'] 'with' '(' ','.with_item+ [','] ')' ':' block
  | ['async'] 'with' ','.with_item+ ':' block
  | wrong_with
with_item: expression 'as' star_target &(',' | ')' | ':') | wrong_with_item | expression
try: wrong_try
  | 'try' &&':' block finally
  | 'try' &&':' block except+ [else] [finally]
  | 'try' &&':' block except_star+ [else] [finally]
except: wrong_except_indent | 'except' expression ['as' NAME] ':' block | 'except' ':' block | wrong_except
except_star: wrong_except_star_indent | 'except' '*' expression ['as' NAME] ':' block | wrong_except
finally: wrong_finally | 'finally' &&':' block

match: "match" subject ':' NEWLINE INDENT case+ DEDENT | wrong_match
subject: star_named_expression ',' [star_named_expressions] | named_expression
case: wrong_case | "case" patterns [guard] ':' block
guard: 'if' named_expression
patterns: open_sequence_pattern | pattern
pattern: as_pattern | or_pattern
as_pattern: or_pattern 'as' capture_target | wrong_as_pattern
or_pattern: '|'.closed_pattern+
memo closed_pattern: literal_pattern | capture_target | "_" | attribute_value !('.' | '(' | '=')
  | '(' pattern ')' | sequence_pattern | mapping_pattern | class_pattern
literal_pattern: signed_number !('+' | '-') | complex_number | strings | 'None' | 'True' | 'False'
complex_number: signed_number ('+' | '-') NUMBER
signed_number: NUMBER | '-' NUMBER
capture_target: !"_" NAME !('.' | '(' | '=')
attribute_value: NAME ('.' NAME)+
name_or_attribute: NAME ('.' NAME)*
sequence_pattern: '[' [sequence_items] ']' | '(' [open_sequence_pattern] ')'
open_sequence_pattern: maybe_star_pattern ',' [sequence_items]
sequence_items: ','.maybe_star_pattern+ [',']
maybe_star_pattern: '*' (capture_target | "_") | pattern
mapping_pattern: '{' '}' | '{' double_star_pattern [','] '}'
  | '{' ','.key_value_pattern+ ',' double_star_pattern [','] '}' | '{' ','.key_value_pattern+ [','] '}'
key_value_pattern: (literal_pattern | attribute_value) ':' pattern
double_star_pattern: '**' capture_target
class_pattern: name_or_attribute '(' ')'
  | name_or_attribute '(' positional_patterns [','] ')'
  | name_or_attribute '(' keyword_patterns [','] ')'
  | name_or_attribute '(' positional_patterns ',' keyword_patterns [','] ')'
  | wrong_class_pattern
positional_patterns: ','.pattern+
keyword_patterns: ','.(NAME '=' pattern)+
)grammar";

const std::string_view kPythonExpressions = R"grammar(
expressions: expression (',' expression)+ [','] | expression ',' | expression
memo expression: wrong_expression | wrong_print | disjunction 'if' disjunction 'else' expression | disjunction | lambda
yield_expression: 'yield' 'from' expression | 'yield' [star_expressions]
star_expressions: star_expression (',' star_expression)+ [','] | star_expression ',' | star_expression
memo star_expression: '*' bitwise_or | expression
star_named_expressions: ','.star_named_expression+ [',']
star_named_expression: '*' bitwise_or | named_expression
assignment_expression: NAME ':=' ~ expression
named_expression: assignment_expression | wrong_named_expression | expression !':='
memo disjunction: conjunction ('or' conjunction)*
memo conjunction: inversion ('and' inversion)*
memo inversion: 'not' inversion | comparison
comparison: bitwise_or (comparison_operator bitwise_or)*
comparison_operator: '==' | '!=' | '<=' | '<' | '>=' | '>' | 'not' 'in' | 'in' | 'is' 'not' | 'is'
memo bitwise_or: bitwise_xor ('|' bitwise_xor)*
memo bitwise_xor: bitwise_and ('^' bitwise_and)*
memo bitwise_and: shift ('&' shift)*
memo shift: sum (('<<' | '>>') sum)*
memo sum: term (('+' | '-') term)*
memo term: factor (('*' | '/' | '//' | '%' | '@') factor)*
memo factor: ('+' | '-' | '~') factor | power
power: await_primary ['**' factor]
memo await_primary: 'await' primary | primary
memo primary: atom ('.' NAME | generator | '(' [arguments] ')' | '[' slices ']')*
slices: slice !',' | ','.(slice | starred_expression)+ [',']
slice: [expression] ':' [expression] [':' [expression]] | named_expression
atom: NAME | 'True' | 'False' | 'None' | strings | NUMBER
  | &'(' (tuple | group | generator) | &'[' (list | list_comprehension)
  | &'{' (dict | set | dict_comprehension | set_comprehension) | '...'
memo strings: STRING+
group: '(' (yield_expression | named_expression) ')' | wrong_group
list: '[' [star_named_expressions] ']'
tuple: '(' [star_named_expression ',' [star_named_expressions]] ')'
set: '{' star_named_expressions '}'
dict: '{' [pairs] '}' | '{' pairs_gone_wrong '}'
pairs: ','.pair+ [',']
pair: '**' bitwise_or | key_value
key_value: expression ':' expression
clauses: clause+
clause: ['async'] 'for' star_targets 'in' ~ disjunction ('if' disjunction)* | wrong_for_target
list_comprehension: '[' named_expression clauses ']' | wrong_comprehension
set_comprehension: '{' named_expression clauses '}' | wrong_comprehension
generator: '(' (assignment_expression | expression !':=') clauses ')' | wrong_comprehension
dict_comprehension: '{' key_value clauses '}' | wrong_dict_comprehension

memo arguments: argument_list [','] &')' | wrong_arguments
argument_list: ','.(starred_expression | (assignment_expression | expression !':=') !'=')+ [',' keyword_list]
  | keyword_list
keyword_list: ','.keyword_or_star+ ',' ','.keyword_or_double_star+ | ','.keyword_or_star+ | ','.keyword_or_double_star+
starred_expression: '*' expression
keyword_or_star: wrong_keyword | NAME '=' expression | starred_expression
keyword_or_double_star: wrong_keyword | NAME '=' expression | '**' expression

lambda: 'lambda' [lambda_parameters] ':' expression
lambda_parameters: wrong_lambda_parameters | lambda_parameter_list
lambda_parameter_list: lambda_slash_no_default lambda_plain* lambda_default* [lambda_star]
  | lambda_slash_with_default lambda_default* [lambda_star]
  | lambda_plain+ lambda_default* [lambda_star]
  | lambda_default+ [lambda_star]
  | lambda_star
lambda_slash_no_default: lambda_plain+ '/' (',' | &':')
lambda_slash_with_default: lambda_plain* lambda_default+ '/' (',' | &':')
lambda_star: wrong_lambda_star | '*' lambda_plain lambda_any* [lambda_keywords] | '*' ',' lambda_any+ [lambda_keywords]
  | lambda_keywords
lambda_keywords: wrong_lambda_keywords | '**' lambda_plain
lambda_plain: NAME (',' | &':')
lambda_default: NAME default (',' | &':')
lambda_any: NAME [default] (',' | &':')

star_targets: star_target !',' | star_target (',' star_target)* [',']
memo star_target: '*' !'*' star_target | target_with_star_atom
memo target_with_star_atom: trailing_target | star_atom
star_atom: NAME | '(' target_with_star_atom ')' | '(' [star_target_tuple] ')' | '[' [','.star_target+ [',']] ']'
star_target_tuple: star_target (',' star_target)+ [','] | star_target ','
single_target: single_subscript_or_attribute | NAME | '(' single_target ')'
single_subscript_or_attribute: trailing_target
trailing_target: target_primary '.' NAME !more_follows | target_primary '[' slices ']' !more_follows
memo target_primary: atom &more_follows
  (('.' NAME | '[' slices ']' | generator | '(' [arguments] ')') &more_follows)*
more_follows: '(' | '[' | '.'
delete_targets: ','.delete_target+ [',']
memo delete_target: trailing_target | NAME | '(' delete_target ')' | '(' [delete_targets] ')' | '[' [delete_targets] ']'
)grammar";

const std::string_view kPythonMistakes = R"grammar(
wrong_arguments: a:argument_list ',' '*'
    => at a `iterable argument unpacking follows keyword argument unpacking`
  | a=expression b:clauses ',' [argument_list | expression clauses]
    => range a b `Generator expression must be parenthesized`
  | a=NAME b='=' expression clauses => range a b `invalid syntax. Maybe you meant '==' or ':=' instead of '='?`
  | a:argument_list b:clauses => bare_generator a b `Generator expression must be parenthesized`
  | argument_list ',' a=expression b:clauses => range a b `Generator expression must be parenthesized`
  | a:argument_list ',' argument_list => argument_order a
wrong_keyword: a=('True' | 'False' | 'None') b='=' => range a b `cannot assign to %t`
  | a=NAME b='=' expression clauses => range a b `invalid syntax. Maybe you meant '==' or ':=' instead of '='?`
  | !(NAME '=') a=expression b='='
    => range a b `expression cannot contain assignment, perhaps you meant "=="?`
quiet_expression: disjunction 'if' disjunction 'else' expression | disjunction | lambda
wrong_print: a=NAME !'(' b=star_expressions => print a b `Missing parentheses in call to '%t'. Did you mean %t(...)?`
wrong_expression: !(NAME STRING | SOFT_KEYWORD) a=disjunction b=quiet_expression
    => comma a b `invalid syntax. Perhaps you forgot a comma?`
  | a=disjunction 'if' b=disjunction !('else' | ':') => range a b `expected 'else' after 'if' expression`
memo wrong_named_expression: a=expression ':=' expression => at a `cannot use assignment expressions with %n`
  | a=NAME '=' b=bitwise_or !('=' | ':=')
    => range a b `invalid syntax. Maybe you meant '==' or ':=' instead of '='?`
  | !(list | tuple | generator | 'True' | 'None' | 'False') a=bitwise_or b='=' bitwise_or !('=' | ':=')
    => at a `cannot assign to %n here. Maybe you meant '==' instead of '='?`
wrong_assignment: a=wrong_annotation_target ':' expression => annotation a `only single target (not %n) can be annotated`
  | a=star_named_expression ',' star_named_expressions* ':' expression
    => at a `only single target (not tuple) can be annotated`
  | a=expression ':' expression => at a `illegal target for annotation`
  | (star_targets '=')* a=star_expressions '=' => target a `cannot assign to %n`
  | (star_targets '=')* a=yield_expression '=' => at a `assignment to yield expression not possible`
  | a=star_expressions augmented (yield_expression | star_expressions)
    => at a `'%n' is an illegal expression for augmented assignment`
wrong_annotation_target: list | tuple | '(' wrong_annotation_target ')'
wrong_delete: 'del' a=star_expressions => delete_target a `cannot delete %n`
wrong_block: NEWLINE !INDENT => indent `expected an indented block`
wrong_comprehension: ('[' | '(' | '{') a=starred_expression clauses
    => at a `iterable unpacking cannot be used in comprehension`
  | ('[' | '{') a=star_named_expression ',' b:star_named_expressions clauses
    => range a b `did you forget parentheses around the comprehension target?`
  | ('[' | '{') a=star_named_expression b=',' clauses
    => range a b `did you forget parentheses around the comprehension target?`
wrong_dict_comprehension: '{' a='**' bitwise_or clauses '}' => at a `dict unpacking cannot be used in dict comprehension`

wrong_parameters: plain_parameter* wrong_parameters_before a:plain_parameter
    => at a `non-default argument follows default argument`
  | plain_parameter* a='(' plain_parameter+ [','] b=')' => range a b `Function parameters cannot be parenthesized`
  | a='/' ',' => at a `at least one argument must precede /`
  | (slash_no_default | slash_with_default) any_parameter* a='/' => at a `/ may appear only once`
  | [slash_no_default | slash_with_default] any_parameter* '*' (',' | plain_parameter) any_parameter* a='/'
    => at a `/ must be ahead of *`
  | any_parameter+ '/' a='*' => at a `expected comma between / and *`
wrong_parameters_before: slash_with_default | default_parameter+
wrong_default: a='=' &(')' | ',') => at a `expected default value expression`
wrong_star_parameters: a='*' (')' | ',' (')' | '**')) => at a `named arguments must follow bare *`
  | '*' parameter a='=' => at a `var-positional argument cannot have default value`
  | '*' (plain_parameter | ',') any_parameter* a='*' (plain_parameter | ',')
    => at a `* argument may appear only once`
wrong_keyword_parameters: '**' parameter a='=' => at a `var-keyword argument cannot have default value`
  | '**' parameter ',' a:parameter => at a `arguments cannot follow var-keyword argument`
  | '**' parameter ',' a=('*' | '**' | '/') => at a `arguments cannot follow var-keyword argument`
wrong_lambda_parameters: lambda_plain* wrong_lambda_parameters_before a:lambda_plain
    => at a `non-default argument follows default argument`
  | lambda_plain* a='(' ','.NAME+ [','] b=')' => range a b `Lambda expression parameters cannot be parenthesized`
  | a='/' ',' => at a `at least one argument must precede /`
  | (lambda_slash_no_default | lambda_slash_with_default) lambda_any* a='/' => at a `/ may appear only once`
  | [lambda_slash_no_default | lambda_slash_with_default] lambda_any* '*' (',' | lambda_plain) lambda_any* a='/'
    => at a `/ must be ahead of *`
  | lambda_any+ '/' a='*' => at a `expected comma between / and *`
wrong_lambda_parameters_before: lambda_slash_with_default | lambda_default+
wrong_lambda_star: '*' (':' | ',' (':' | '**')) => last `named arguments must follow bare *`
  | '*' NAME a='=' => at a `var-positional argument cannot have default value`
  | '*' (lambda_plain | ',') lambda_any* a='*' (lambda_plain | ',') => at a `* argument may appear only once`
wrong_lambda_keywords: '**' NAME a='=' => at a `var-keyword argument cannot have default value`
  | '**' NAME ',' a=NAME => at a `arguments cannot follow var-keyword argument`
  | '**' NAME ',' a=('*' | '**' | '/') => at a `arguments cannot follow var-keyword argument`

wrong_with_item: expression 'as' a=expression &(',' | ')' | ':') => target a `cannot assign to %n`
wrong_for_target: ['async'] 'for' a=star_expressions => for_target a `cannot assign to %n`
wrong_group: '(' a=starred_expression ')' => at a `cannot use starred expression here`
  | '(' a='**' expression ')' => at a `cannot use double starred expression here`
wrong_import_targets: import_names ',' NEWLINE => last `trailing comma not allowed without surrounding parentheses`
wrong_with: ['async'] 'with' ','.(expression ['as' star_target])+ NEWLINE => last `expected ':'`
  | ['async'] 'with' '(' ','.(expressions ['as' star_target])+ [','] ')' NEWLINE => last `expected ':'`
wrong_with_indent: ['async'] a='with' ','.(expression ['as' star_target])+ ':' NEWLINE !INDENT
    => indent a `expected an indented block after 'with' statement on line %d`
  | ['async'] a='with' '(' ','.(expressions ['as' star_target])+ [','] ')' ':' NEWLINE !INDENT
    => indent a `expected an indented block after 'with' statement on line %d`
wrong_try: a='try' ':' NEWLINE !INDENT => indent a `expected an indented block after 'try' statement on line %d`
  | 'try' ':' block !('except' | 'finally') => last `expected 'except' or 'finally' block`
  | 'try' ':' block* except+ a='except' b='*' expression ['as' NAME] ':'
    => range a b `cannot have both 'except' and 'except*' on the same 'try'`
  | 'try' ':' block* except_star+ a='except' [expression ['as' NAME]] ':'
    => at a `cannot have both 'except' and 'except*' on the same 'try'`
wrong_except: 'except' ['*'] a=expression ',' expressions ['as' NAME] ':'
    => from a `multiple exception types must be parenthesized`
  | 'except' ['*'] expression ['as' NAME] NEWLINE => last `expected ':'`
  | 'except' NEWLINE => last `expected ':'`
  | 'except' '*' (NEWLINE | ':') => last `expected one or more exception types`
wrong_finally: a='finally' ':' NEWLINE !INDENT
    => indent a `expected an indented block after 'finally' statement on line %d`
wrong_except_indent: a='except' expression ['as' NAME] ':' NEWLINE !INDENT
    => indent a `expected an indented block after 'except' statement on line %d`
  | a='except' ':' NEWLINE !INDENT => indent a `expected an indented block after 'except' statement on line %d`
wrong_except_star_indent: a='except' '*' expression ['as' NAME] ':' NEWLINE !INDENT
    => indent a `expected an indented block after 'except*' statement on line %d`
wrong_match: "match" subject NEWLINE => last `expected ':'`
  | a="match" subject ':' NEWLINE !INDENT => indent a `expected an indented block after 'match' statement on line %d`
wrong_case: "case" patterns [guard] NEWLINE => last `expected ':'`
  | a="case" patterns [guard] ':' NEWLINE !INDENT
    => indent a `expected an indented block after 'case' statement on line %d`
wrong_as_pattern: or_pattern 'as' a="_" => at a `cannot use '_' as a target`
  | or_pattern 'as' !NAME a=expression => at a `invalid pattern target`
wrong_class_pattern: name_or_attribute '(' [positional_patterns ','] keyword_patterns ',' a:positional_patterns
    => at a `positional patterns follow keyword patterns`
wrong_if: 'if' named_expression NEWLINE => last `expected ':'`
  | a='if' named_expression ':' NEWLINE !INDENT => indent a `expected an indented block after 'if' statement on line %d`
wrong_elif: 'elif' named_expression NEWLINE => last `expected ':'`
  | a='elif' named_expression ':' NEWLINE !INDENT
    => indent a `expected an indented block after 'elif' statement on line %d`
wrong_else: a='else' ':' NEWLINE !INDENT => indent a `expected an indented block after 'else' statement on line %d`
wrong_while: 'while' named_expression NEWLINE => last `expected ':'`
  | a='while' named_expression ':' NEWLINE !INDENT
    => indent a `expected an indented block after 'while' statement on line %d`
wrong_for: ['async'] 'for' star_targets 'in' star_expressions NEWLINE => last `expected ':'`
  | ['async'] a='for' star_targets 'in' star_expressions ':' NEWLINE !INDENT
    => indent a `expected an indented block after 'for' statement on line %d`
wrong_function: ['async'] a='def' NAME '(' [parameters] ')' ['->' expression] ':' NEWLINE !INDENT
    => indent a `expected an indented block after function definition on line %d`
wrong_class: 'class' NAME ['(' [arguments] ')'] NEWLINE => last `expected ':'`
  | a='class' NAME ['(' [arguments] ')'] ':' NEWLINE !INDENT
    => indent a `expected an indented block after class definition on line %d`
pairs_gone_wrong: ','.pair+ ',' pair_gone_wrong
  | expression ':' a='*' bitwise_or => from a `cannot use a starred expression in a dictionary value`
  | expression a=':' &('}' | ',') => at a `expression expected after dictionary key and ':'`
pair_gone_wrong: a=expression !':' => missing_colon a `':' expected after dictionary key`
  | expression ':' a='*' bitwise_or => from a `cannot use a starred expression in a dictionary value`
  | expression a=':' &('}' | ',') => at a `expression expected after dictionary key and ':'`
)grammar";

}  // namespace gillab::compiler
