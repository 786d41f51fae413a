--- OtherStatement
select 'one;'
    'two;' as joined;
--- OtherStatement
select E'it\'s; \\' || E'\\' || e'\u00e4\x41\101', 'c:\', 'it''s';
--- OtherStatement
select E'first\''
    'second\';' as continued;
--- OtherStatement
select U&'d\0061t\+000061; ', U&'d!0061t!+000061' uescape '!', u&"\0441\043B\043E\043D" from t as u&"\0441";
--- OtherStatement
select N'national; text', B'0101', x'1F';
--- OtherStatement
select $$it's; "quoted" -- and /* not */ a comment$$, $a$ $$;$$ $b$;$b$ $a$, $$$$;
--- OtherStatement
select $_tag1$;$_tag1$, $ünï$;$ünï$, $A$ $a$; $A$;
--- OtherStatement
select a$b, c$d$e from t where x = $1 and y=$2 and z;
--- OtherStatement
select /* one; /* two; 'three */ " */ -- four; 'five
    1 /**/ + /***/ 2 /* ** / */ as three;
--- OtherStatement
select 1 -- a comment at the end; of a line
    , 2 --
    , 3;
--- OtherStatement
select 5*-2, 5 - -2, 3--;
    as three;
--- OtherStatement
select 1/*c*/+2, a*/*c*/b, 'x'/*c*/as x;
--- OtherStatement
select "a;b", "c--d", "e/*f", "g""h;", "i'j" from "k$$l";
--- CreateTable
create/**/table/* t */"t;"(-- columns
    a int,/* b int; */
    c text default '/* no */' -- d text;
);
--- CreateRoutine
create function f() returns text language sql as $f$ select $g$ ; $f $ $$ ; $$ $g$; $f$;
--- OtherStatement
select '{"a": "b;\"c\""}'::jsonb, '$$', '"', '--', '/*';
